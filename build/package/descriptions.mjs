// What the package says of itself where the system lists programs.
export const descriptions = {
  en: {
    short: 'Train image classifiers and compare them',
    long: 'Trains image classifiers on your own pictures and your own machine, side by side, and compares them honestly. Nothing leaves the computer.',
  },
  es: { short: 'Entrena clasificadores de imágenes y compáralos' },
  'pt-BR': { short: 'Treine classificadores de imagens e compare-os' },
}

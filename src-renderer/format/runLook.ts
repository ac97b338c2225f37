// How a run is told from the others on the screen: the name of its colour token. Letters, dashes and symbols are
// those of the charts (src-charts/looks).
export const colorOf = (place: number): string => `run-${(place % 6) + 1}`

// What the page says, in the browser's language: English, Spanish or Brazilian Portuguese.
'use strict'
;(function (root) {
  const words = {
    en: {
      invite: 'Drop a picture here',
      ways: 'or click to choose one, or paste it',
      about: (names) => `Tells apart ${names}`,
      aboutMany: (count) => `Tells ${count} classes apart`,
      loading: 'Loading the model…',
      working: 'Looking…',
      accuracy: (share, count, confidence, low, high) =>
        `Right on ${share} of ${count} test pictures (${confidence} interval ${low} to ${high}). Expect less on pictures of another kind.`,
      privacy: 'Everything is computed in this browser; no picture leaves this computer.',
      more: (count) => (count === 1 ? 'and 1 class less likely' : `and ${count} classes less likely`),
      unreadable: (name) => `${name} is not a picture that this browser can open.`,
      tooMany: (limit) => `Only the first ${limit} pictures were taken.`,
      broken:
        'The model could not be loaded. Keep all files of the folder together and open index.html again.',
    },
    es: {
      invite: 'Suelta una imagen aquí',
      ways: 'o haz clic para elegirla, o pégala',
      about: (names) => `Distingue ${names}`,
      aboutMany: (count) => `Distingue ${count} clases`,
      loading: 'Cargando el modelo…',
      working: 'Mirando…',
      accuracy: (share, count, confidence, low, high) =>
        `Acierta ${share} de ${count} imágenes de prueba (intervalo del ${confidence}: de ${low} a ${high}). Con imágenes de otro tipo, espera menos.`,
      privacy: 'Todo se calcula en este navegador; ninguna imagen sale de este equipo.',
      more: (count) => (count === 1 ? 'y 1 clase menos probable' : `y ${count} clases menos probables`),
      unreadable: (name) => `${name} no es una imagen que este navegador pueda abrir.`,
      tooMany: (limit) => `Solo se tomaron las primeras ${limit} imágenes.`,
      broken:
        'No se pudo cargar el modelo. Mantén juntos todos los archivos de la carpeta y vuelve a abrir index.html.',
    },
    pt: {
      invite: 'Solte uma imagem aqui',
      ways: 'ou clique para escolher, ou cole',
      about: (names) => `Distingue ${names}`,
      aboutMany: (count) => `Distingue ${count} classes`,
      loading: 'Carregando o modelo…',
      working: 'Olhando…',
      accuracy: (share, count, confidence, low, high) =>
        `Acerta ${share} de ${count} imagens de teste (intervalo de ${confidence}: de ${low} a ${high}). Com imagens de outro tipo, espere menos.`,
      privacy: 'Tudo é calculado neste navegador; nenhuma imagem sai deste computador.',
      more: (count) => (count === 1 ? 'e 1 classe menos provável' : `e ${count} classes menos prováveis`),
      unreadable: (name) => `${name} não é uma imagem que este navegador consiga abrir.`,
      tooMany: (limit) => `Só as primeiras ${limit} imagens foram usadas.`,
      broken:
        'Não foi possível carregar o modelo. Mantenha juntos todos os arquivos da pasta e abra index.html de novo.',
    },
  }

  const wanted = [...(navigator.languages ?? []), navigator.language ?? ''].map(
    (l) => l.toLowerCase().split('-')[0],
  )
  const language = wanted.find((one) => one in words) ?? 'en'
  root.cotejoWords = { language, ...words[language] }
})(globalThis)

// The few sentences that the main side says itself, in dialogs of the system.

export interface Texts {
  chooseFolder: string
  chooseFiles: string
  pictures: string
  quitTitle: string
  quitDetail: string
  keep: string
  quit: string
}

const en: Texts = {
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose files',
  pictures: 'Files',
  quitTitle: 'A run is in progress.',
  quitDetail: 'If you quit now it is cancelled. What was recorded so far is kept.',
  keep: 'Keep training',
  quit: 'Quit',
}
const es: Texts = {
  chooseFolder: 'Elegir una carpeta',
  chooseFiles: 'Elegir archivos',
  pictures: 'Archivos',
  quitTitle: 'Hay un entrenamiento en curso.',
  quitDetail: 'Si sales ahora, se cancela. Lo registrado hasta este momento se conserva.',
  keep: 'Seguir entrenando',
  quit: 'Salir',
}
const pt: Texts = {
  chooseFolder: 'Escolher uma pasta',
  chooseFiles: 'Escolher arquivos',
  pictures: 'Arquivos',
  quitTitle: 'Há um treinamento em andamento.',
  quitDetail: 'Se você sair agora, ele será cancelado. O que foi registrado até aqui fica guardado.',
  keep: 'Continuar treinando',
  quit: 'Sair',
}

/** @param locale as the system gives it, such as `es-MX` */
export function textsFor(locale: string): Texts {
  const language = locale.slice(0, 2).toLowerCase()
  return language === 'es' ? es : language === 'pt' ? pt : en
}

// What is said of updates, in the languages of the interface. `{version}`: of the newer one.
import type { ShellLanguage } from '../../contract'

export interface UpdateTexts {
  /** In the help menu. */
  check: string
  automatic: string
  ready: string
  readyDetail: string
  restart: string
  later: string
  tell: string
  tellDetail: string
  openPage: string
  newest: string
  failed: string
  failedDetail: string
  notGenuine: string
  notGenuineDetail: string
  ok: string
}

export const updateTexts: Record<ShellLanguage, UpdateTexts> = {
  en: {
    check: 'Check for updates…',
    automatic: 'Check for updates once a day',
    ready: 'Cotejo {version} is ready to be installed.',
    readyDetail: 'Cotejo restarts for it. Your library stays as it is.',
    restart: 'Restart and install',
    later: 'Later',
    tell: 'There is a newer version: Cotejo {version}.',
    tellDetail:
      'This copy does not update itself. Get the new package from the page of releases and install it over this one.',
    openPage: 'Open the page',
    newest: 'This is the newest version of Cotejo.',
    failed: 'Looking for a newer version did not work.',
    failedDetail: 'Check the connection and try again later.',
    notGenuine: 'The update to {version} was not installed.',
    notGenuineDetail:
      'The downloaded file is not the one that was announced, or is not signed by us. It was thrown away; nothing was changed.',
    ok: 'OK',
  },
  es: {
    check: 'Buscar actualizaciones…',
    automatic: 'Buscar actualizaciones una vez al día',
    ready: 'Cotejo {version} está listo para instalarse.',
    readyDetail: 'Cotejo se reinicia para ello. Tu biblioteca queda como está.',
    restart: 'Reiniciar e instalar',
    later: 'Más tarde',
    tell: 'Hay una versión más reciente: Cotejo {version}.',
    tellDetail:
      'Esta copia no se actualiza sola. Descarga el paquete nuevo de la página de versiones e instálalo encima de este.',
    openPage: 'Abrir la página',
    newest: 'Esta es la versión más reciente de Cotejo.',
    failed: 'No se ha podido buscar una versión más reciente.',
    failedDetail: 'Comprueba la conexión e inténtalo más tarde.',
    notGenuine: 'La actualización a {version} no se ha instalado.',
    notGenuineDetail:
      'El archivo descargado no es el anunciado o no lleva nuestra firma. Se ha descartado; nada ha cambiado.',
    ok: 'Aceptar',
  },
  'pt-BR': {
    check: 'Procurar atualizações…',
    automatic: 'Procurar atualizações uma vez por dia',
    ready: 'O Cotejo {version} está pronto para ser instalado.',
    readyDetail: 'O Cotejo é reiniciado para isso. Sua biblioteca fica como está.',
    restart: 'Reiniciar e instalar',
    later: 'Mais tarde',
    tell: 'Há uma versão mais recente: Cotejo {version}.',
    tellDetail:
      'Esta cópia não se atualiza sozinha. Baixe o novo pacote na página de versões e instale-o por cima deste.',
    openPage: 'Abrir a página',
    newest: 'Esta é a versão mais recente do Cotejo.',
    failed: 'Não foi possível procurar uma versão mais recente.',
    failedDetail: 'Verifique a conexão e tente mais tarde.',
    notGenuine: 'A atualização para {version} não foi instalada.',
    notGenuineDetail:
      'O arquivo baixado não é o anunciado ou não tem a nossa assinatura. Ele foi descartado; nada mudou.',
    ok: 'OK',
  },
}

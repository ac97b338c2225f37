// The names of the IPC channels between the preload and the main side.
export const CHANNELS = {
  /** Page to main: one call frame. */
  call: 'cotejo:call',
  /** Main to page: a reply frame or an event, as JSON text. */
  frame: 'cotejo:frame',
  chooseFolder: 'cotejo:choose-folder',
  chooseFiles: 'cotejo:choose-files',
  openFolder: 'cotejo:open-folder',
  /** Main to page: a command of contract/shell. */
  command: 'cotejo:command',
  /** Page to main: it listens to commands now. */
  ready: 'cotejo:ready',
  /** Page to main: the language that it shows. */
  language: 'cotejo:language',
} as const

// The names of the IPC channels between the preload and the main side.
export const CHANNELS = {
  /** Page to main: one call frame. */
  call: 'cotejo:call',
  /** Main to page: a reply frame or an event, as JSON text. */
  frame: 'cotejo:frame',
  chooseFolder: 'cotejo:choose-folder',
  chooseFiles: 'cotejo:choose-files',
  openFolder: 'cotejo:open-folder',
} as const

// Names of what is written while pictures join a dataset.

/** Folder in a dataset's own folder for what is unpacked later. */
export const ADDED = 'added'
/** Ends the names of files that will replace others. */
export const NEXT = '.next'

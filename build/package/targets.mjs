// The systems and processors that Cotejo is packaged for, in Node's names.

/** @typedef {{ platform: 'linux' | 'darwin' | 'win32', arch: 'x64' | 'arm64' }} Target */

/** @type {readonly Target[]} */
export const targets = ['linux', 'darwin', 'win32'].flatMap((platform) =>
  ['x64', 'arm64'].map((arch) => ({ platform, arch })),
)

/** @param {Target} target */
export const targetName = ({ platform, arch }) => `${platform}-${arch}`

/** @type {Target} */
export const thisTarget = { platform: process.platform, arch: process.arch }

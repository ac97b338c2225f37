// Signs the app for macOS as electron-builder does, but for one program: the engine's Node has entitlements of its
// own, so that Electron's need not allow what only it needs.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { inRoot } from '../../setup/paths.mjs'

export const nodeEntitlements = inRoot('build', 'package', 'mac', 'node.entitlements.plist')

/** @param {(file: string) => object} others options for a file, by electron-builder */
export const optionsForFile = (others) => (file) =>
  file.endsWith('/Contents/Resources/node/node')
    ? { ...others(file), entitlements: nodeEntitlements }
    : others(file)

/** electron-builder's own copy of the signing library. */
async function loadSigner() {
  const builder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))
  const found = await import(pathToFileURL(builder.resolve('@electron/osx-sign')).href)
  return found.signAsync ?? found.default.signAsync
}

export default async function sign({ identity, ...options }) {
  const signAsync = await loadSigner()
  await signAsync({
    ...options,
    identity: identity?.name,
    optionsForFile: optionsForFile(options.optionsForFile),
  })
}

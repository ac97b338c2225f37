// `npm run package`: the packages of this system in dist/packages/, with the true Electron (downloaded once).
// `-- --x64 --arm64` chooses processors, `-- --dir` makes the app alone. Nothing is published from here: the release
// workflow does that (docs/releasing.md).
import { parseArgs } from 'node:util'
import { setUp } from '../setup/all.mjs'
import { Explained, say } from '../setup/say.mjs'

const options = {
  x64: { type: 'boolean' },
  arm64: { type: 'boolean' },
  dir: { type: 'boolean' },
}

function parse(args) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Explained(`${error.message}\nUsage: npm run package -- [--x64] [--arm64] [--dir]`)
  }
}

export async function run(args) {
  const { x64, arm64, dir } = parse(args)
  await setUp()
  const [{ build, Platform, Arch }, { default: config }] = await Promise.all([
    import('electron-builder'),
    import('../package/config.mjs'),
  ])
  const chosen = [...(x64 ? [Arch.x64] : []), ...(arm64 ? [Arch.arm64] : [])]
  const archs = chosen.length > 0 ? chosen : [Arch[process.arch]]
  const files = await build({
    targets: Platform.current().createTarget(dir ? 'dir' : null, ...archs),
    config,
    publish: 'never',
  })
  for (const file of files) say(file)
  return 0
}

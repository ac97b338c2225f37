// `npm run check-package`: packs the app with the true configuration, says what is in it, and runs its engine as the
// app does. No Electron is needed on Linux, where a stand-in takes its place; elsewhere it is downloaded.
//
//   npm run check-package -- [--arch arm64]         what is in a package for another processor; it is not run
//   npm run check-package -- --packed FOLDER        a package that is there already: the folder `resources` of an app
//   npm run check-package -- --release              the addon must be in
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { setUp } from '../setup/all.mjs'
import { Explained, say } from '../setup/say.mjs'

const options = {
  arch: { type: 'string' },
  packed: { type: 'string' },
  release: { type: 'boolean' },
}

function parse(args) {
  try {
    const { values } = parseArgs({ args, options })
    if (values.arch && !['x64', 'arm64'].includes(values.arch)) throw new Error(`There is no ${values.arch}.`)
    return values
  } catch (error) {
    throw new Explained(
      `${error.message}\nUsage: npm run check-package -- [--arch x64|arm64] [--packed FOLDER] [--release]`,
    )
  }
}

/** Outside of the checkout, so that nothing can be found in its node_modules. */
async function pack(target, folder) {
  const [{ build, Platform, Arch }, { default: config }, { makeStandIn }] = await Promise.all([
    import('electron-builder'),
    import('../package/config.mjs'),
    import('../package/stand-in-electron.mjs'),
  ])
  const linux = process.platform === 'linux'
  await build({
    targets: Platform.current().createTarget('dir', Arch[target.arch]),
    config: {
      ...config,
      directories: { ...config.directories, output: join(folder, 'packages') },
      ...(linux ? { electronDist: await makeStandIn(join(folder, 'electron')) } : {}),
    },
    publish: 'never',
  })
  const packages = join(folder, 'packages')
  const all = await readdir(packages, { recursive: true })
  const archive = all.find((path) => basename(path) === 'app.asar')
  if (archive === undefined) throw new Explained('electron-builder made no archive.')
  return join(packages, dirname(archive))
}

export async function run(args) {
  const { arch, packed, release } = parse(args)
  const target = { platform: process.platform, arch: arch ?? process.arch }
  await setUp()
  const { checkPackage } = await import('../package/check/check.mjs')
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cotejo-package-')))
  try {
    const resources = packed ? resolve(packed) : await pack(target, folder)
    if (!existsSync(join(resources, 'app.asar'))) throw new Explained(`There is no app.asar in ${resources}.`)
    const work = join(folder, 'work')
    await mkdir(work)
    const problems = await checkPackage({ resources, target, work, release: release === true })
    for (const problem of problems) say(`✗ ${problem}`)
    say(problems.length === 0 ? '\nThe package is as it should be.' : `\n${problems.length} problem(s).`)
    return problems.length === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

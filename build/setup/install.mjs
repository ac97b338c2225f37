// Installs the packages of package-lock.json where they are missing or other ones.
import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { runNpm } from './process.mjs'
import { Explained, say, seconds, tail } from './say.mjs'

const LIMIT_MS = 20 * 60_000

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Compares what is wanted with what npm wrote down when it installed; times of files say nothing after a checkout.
 * @param {{ packages: Record<string, object> } | null} wanted package-lock.json
 * @param {{ packages: Record<string, object> } | null} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false
  return Object.entries(wanted.packages).every(([place, one]) => {
    if (place === '' || one.link) return true
    const there = installed.packages[place]
    // npm leaves out optional packages of other platforms.
    if (!there) return one.optional === true || one.devOptional === true || one.peer === true
    return there.version === one.version && there.integrity === one.integrity
  })
}

const needsInstall = () =>
  !existsSync(inRoot('node_modules')) ||
  !isInstalled(readJson(inRoot('package-lock.json')), readJson(inRoot('node_modules', '.package-lock.json')))

/** What npm says of a failure, without its stack and the fields of its error object. */
export function npmReasons(output) {
  const lines = output.split('\n').map((line) => line.trimEnd())
  const telling = lines.filter(
    (line) =>
      /^npm (error|ERR!) \S/.test(line) &&
      !/^npm \S+ (at |[[{}\]]|[a-z]\w*: )/.test(line.replace(/ {2,}/g, ' ')),
  )
  return (telling.length > 0 ? telling : lines).slice(0, 4).join('\n')
}

/** What npm's failure means for a person. */
export function explainNpm(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output)) {
    return 'The npm registry cannot be reached. Check the connection (or the proxy) and give the command again.'
  }
  if (/ENOSPC/.test(output)) return 'The disk is full. Cotejo needs about 2 GB for its packages.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return 'The folder of Cotejo, or the cache of npm, may not be written to.'
  if (/EBADENGINE|Unsupported engine/.test(output))
    return 'This version of Node or npm is too old for a package.'
  if (/EINTEGRITY/.test(output))
    return 'A package arrived broken. Run “npm cache clean --force” and try again.'
  return 'npm says why above.'
}

export async function ensurePackages() {
  if (!needsInstall()) return
  say('Installing packages (npm ci), once; this takes a minute or more …')
  const result = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    capture: true,
    limitMs: LIMIT_MS,
    onSlow: (ms) => say(`  still installing, ${seconds(ms)} so far`),
  })
  if (result.timedOut) throw new Explained('Installing the packages took too long and was ended. Try again.')
  if (result.code !== 0) {
    throw new Explained(
      `${tail(npmReasons(result.output))}\nInstalling the packages failed. ${explainNpm(result.output)}`,
    )
  }
  say(`Packages are installed (${seconds(result.ms)}).`)
}

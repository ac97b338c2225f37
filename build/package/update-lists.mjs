// electron-updater's lists of a release (latest*.yml) name the newest files and their hashes. Each machine of the
// release workflow writes one for its own processor, under the same name on Windows and macOS: this makes one of them.
//
//   node build/package/update-lists.mjs FROM TO    FROM has a folder for each machine; TO gets every file once
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'

const isList = (name) => /^latest.*\.yml$/.test(name)

/**
 * @param {string[]} texts lists of one name
 * @returns {string} one list with the files of all; the first of them is what older updaters take
 */
export function mergeLists(texts) {
  const lists = texts.map((text) => parse(text))
  const versions = new Set(lists.map(({ version }) => version))
  if (versions.size !== 1) throw new Error(`Lists of several versions: ${[...versions].join(', ')}`)
  const files = new Map(lists.flatMap((list) => list.files).map((file) => [file.url, file]))
  // x64 first: a program for it runs on either processor, the other way round it does not.
  const sorted = [...files.values()].sort(
    (a, b) => Number(a.url.includes('arm64')) - Number(b.url.includes('arm64')),
  )
  const [first] = sorted
  const dates = lists.map(({ releaseDate }) => releaseDate).sort()
  return stringify({
    ...lists[0],
    files: sorted,
    path: first.url,
    sha512: first.sha512,
    releaseDate: dates.at(-1),
  })
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** @returns {Promise<string[]>} problems: files that a list names and that are not there, or are other ones */
export async function checkLists(folder) {
  const problems = []
  for (const name of (await readdir(folder)).filter(isList)) {
    for (const { url, sha512 } of parse(await readFile(join(folder, name), 'utf8')).files) {
      const bytes = await readFile(join(folder, url)).catch(() => null)
      if (bytes === null) problems.push(`${name} names ${url}, which is not there`)
      else if (createHash('sha512').update(bytes).digest('base64') !== sha512) {
        problems.push(`${name} has another hash for ${url}`)
      }
    }
  }
  return problems
}

/** Gathers the files of all machines, with one list of each name and SHA256SUMS.txt. */
export async function gather(from, to) {
  await mkdir(to, { recursive: true })
  const lists = new Map()
  for (const file of await filesIn(from)) {
    const name = basename(file)
    if (isList(name)) lists.set(name, [...(lists.get(name) ?? []), await readFile(file, 'utf8')])
    else await copyFile(file, join(to, name))
  }
  for (const [name, texts] of lists) await writeFile(join(to, name), mergeLists(texts))
  const sums = []
  for (const name of (await readdir(to)).sort()) {
    const hash = createHash('sha256').update(await readFile(join(to, name)))
    sums.push(`${hash.digest('hex')}  ${name}`)
  }
  await writeFile(join(to, 'SHA256SUMS.txt'), `${sums.join('\n')}\n`)
  return await checkLists(to)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2)
  const problems = await gather(from, to)
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}

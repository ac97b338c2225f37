// Takes everything personal out of text that a person is about to hand on: paths, names of users, machines, datasets,
// runs and classes. Where it is not sure it takes out too much: a bug report can do without, a person cannot.

/** What is personal here, as far as app knows. Anything else that looks like a path goes too. */
export interface Personal {
  /** Folders, with what is written in their place: `['/home/ana', '~']`. */
  folders: readonly (readonly [folder: string, as: string])[]
  /** The program's own folders: what lies below them is the same for everyone, and stays readable. */
  programs: readonly string[]
  /** Names of people, machines, datasets, runs, classes. */
  names: readonly (readonly [name: string, as: string])[]
}

/** Names that many machines share say nothing about a person, and would take ordinary words out. */
const ANYONE = new Set([
  'root',
  'user',
  'admin',
  'administrator',
  'node',
  'runner',
  'ubuntu',
  'cotejo',
  'localhost',
])
/** System folders, the same on every machine. */
const SYSTEM =
  /^(?:\/(?:usr|lib|lib64|bin|proc|sys|dev)\/|[a-z]:[\\/](?:windows|program files(?: \(x86\))?)[\\/])/i
/** Endings of files that people make and name. */
const THEIR_FILES =
  /\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif|hei[cf]|svg|zip|tar|gz|tgz|csv|tsv|pdf|html|ipynb|h5|keras|onnx|tflite|whl)\b/i

/** The folders of the program in which all is ours; a library could lie beside them. */
const OURS = '(?:out|node_modules|resources|engine|native)'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Names can be half a character, which no URL can hold. */
function inUrl(text: string, encode: (text: string) => string = encodeURIComponent): string {
  try {
    return encode(text)
  } catch {
    return text
  }
}

/** A folder as programs write it: plain, in JSON, in a URL, with either slash. */
function writings(folder: string): string[] {
  const plain = folder.replace(/[\\/]+$/, '')
  const slashed = plain.replaceAll('\\', '/')
  const url = slashed
    .split('/')
    .map((part) => inUrl(part))
    .join('/')
  return [
    ...new Set([
      plain,
      slashed,
      plain.replaceAll('\\', '\\\\'),
      inUrl(slashed, encodeURI),
      url,
      url.replace(/^([a-z])%3A/i, '$1:'),
      inUrl(plain),
    ]),
  ]
}

/** Takes `rest` of a path away, as far as it may go: names hold spaces and quotes, so to the end of the line. */
const REST = String.raw`(?:[\\/]|%2f|%5c)[^\r\n]*`
/** No letter, digit or slash before or after: `/home/ana` is not the beginning of `/home/anabel`. */
const BEFORE = String.raw`(?<![\p{L}\p{N}_])`
const AFTER = String.raw`(?![\p{L}\p{N}_])`

/** Ends a path in text that was cut: the brackets and quotes that are open get no end, which is no harm. */
const cut = (as: string): string => `${as}/…`

export function scrub(raw: string, personal: Personal): string {
  const text = raw.normalize('NFC')
  const folders = personal.folders
    .filter(([folder]) => folder.replace(/[\\/.]/g, '').length > 0)
    .flatMap(([folder, as]) => writings(folder.normalize('NFC')).map((one) => [one, as] as const))
    .sort(([a], [b]) => b.length - a.length)
  const programs = personal.programs
    .filter((folder) => folder.replace(/[\\/.]/g, '').length > 0)
    .flatMap((folder) => writings(folder.normalize('NFC')))
    .sort((a, b) => b.length - a.length)
  return text
    .split('\n')
    .map((line) => scrubLine(line, folders, programs, personal.names))
    .join('\n')
}

/** Time and level of a line of a log: they stay, whatever goes. */
const STAMP = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z \w+ +)?/

function scrubLine(
  line: string,
  folders: readonly (readonly [string, string])[],
  programs: readonly string[],
  names: Personal['names'],
): string {
  const stamp = STAMP.exec(line)?.[0] ?? ''
  let rest = line.slice(stamp.length)
  // The program's own files: only in the form of a stack trace, where the path ends is then known.
  const kept: string[] = []
  for (const program of programs) {
    const own = new RegExp(
      String.raw`(?:file:\/\/\/?)?${escaped(program)}((?:[\\/]${OURS})(?:[\\/][\w@.+-]+)*(?::\d+){0,2})`,
      'giu',
    )
    rest = rest.replace(own, (_whole, tail: string) => {
      kept.push(`<app>${tail.replaceAll('\\', '/')}`)
      return `\u0001${kept.length - 1}\u0001`
    })
  }
  for (const [folder, as] of folders) {
    rest = rest.replace(
      new RegExp(`(?:file:\\/\\/\\/?)?${escaped(folder)}(?:${REST}|${AFTER})`, 'giu'),
      (whole) =>
        kept.some((_one, at) => whole.includes(`\u0001${at}\u0001`)) || whole.length > folder.length + 7
          ? cut(as)
          : as,
    )
  }
  rest = otherPaths(rest)
  if (THEIR_FILES.test(rest)) return `${stamp}<a line that names a file>`
  rest = rest
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1<someone>@')
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '<address>')
    .replace(/\b(token|key|secret|password|authorization|bearer)([=:]\s*|\s+)\S+/gi, '$1$2<hidden>')
  for (const [name, as] of [...names].sort(([a], [b]) => b.length - a.length)) {
    const plain = name.normalize('NFC').trim()
    if (plain.length < 2 || /^[\d.\s]+$/.test(plain) || ANYONE.has(plain.toLowerCase())) continue
    for (const written of new Set([plain, inUrl(plain)])) {
      rest = rest.replace(new RegExp(`${BEFORE}${escaped(written)}${AFTER}`, 'giu'), as)
    }
  }
  // eslint-disable-next-line no-control-regex
  return stamp + rest.replace(/\u0001(\d+)\u0001/g, (_whole, at: string) => kept[Number(at)] ?? '')
}

/** Absolute paths that nobody named: of other disks, of other people, of shares. */
function otherPaths(line: string): string {
  const start =
    /(?<![\p{L}\p{N}_<>~…:/\\.])(?:file:\/\/\/?|\/(?=[^\s/])|[a-z]:[\\/]|~(?=[\p{L}\p{N}_.-]+[\\/])|\\\\(?=[^\s\\])|\/\/(?=[^\s/]))/giu
  for (let match = start.exec(line); match !== null; match = start.exec(line)) {
    const path = line.slice(match.index)
    if (SYSTEM.test(path) && !path.slice(1).includes('..')) {
      start.lastIndex = match.index + (/^[^\s)'"]+/.exec(path)?.[0].length ?? 1)
      continue
    }
    return `${line.slice(0, match.index)}<path>`
  }
  return line
}

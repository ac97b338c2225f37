// Text as Markdown: nothing in it is markup, a formula, HTML or a heading, wherever it stands in a line.

/** In Jupyter `$` begins a formula; `:` stays, as words need it more than shortcodes do. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\r\n\u2028\u2029\v\f\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d+[.)](?=\s|$))/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.at(-1)}`,
    )

/** Code in a line: as many backticks around it as it takes. */
export function inlineCode(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${flat}${pad}${fence}`
}

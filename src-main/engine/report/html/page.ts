// A report as one HTML file: works without a network and without scripts, prints well, in light and dark.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import latinExtended from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2?inline'
import latin from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?inline'
import { cotejoVersion } from '../../../contract/version'
import { type Task } from '../../task'
import { breathe } from '../breathe'
import { type Block, type ReportDocument, type Section } from '../document/document'
import { type Words } from '../words/words'
import { blockHtml } from './blocks'
import { escapeHtml } from './escape'
import style from './style.css?raw'

/** Nothing but what is in the file: no script at all, no request. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const face = (address: string, range: string): string =>
  `@font-face{font-family:'Hanken Grotesk Variable';font-style:normal;font-display:swap;font-weight:100 900;src:url(${address}) format('woff2');unicode-range:${range}}`

const fonts = [
  face(
    latin,
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ),
  face(
    latinExtended,
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ),
].join('')

/** Blocks in their order; figures of half the width stand in pairs. */
async function blocksHtml(blocks: readonly Block[], words: Words): Promise<string> {
  const html: string[] = []
  for (let at = 0; at < blocks.length;) {
    const isHalf = (block: Block | undefined) => block?.kind === 'figure' && block.half === true
    const row: Block[] = [blocks[at]!]
    while (isHalf(row[0]) && isHalf(blocks[at + row.length])) row.push(blocks[at + row.length]!)
    const parts = []
    for (const block of row) parts.push(await blockHtml(block, words))
    html.push(row.length > 1 ? `<div class="pair">${parts.join('\n')}</div>` : parts.join(''))
    at += row.length
  }
  return html.join('\n')
}

async function sectionHtml({ id, title, blocks }: Section, number: number, words: Words): Promise<string> {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="at">${number}</span>${escapeHtml(title)}</h2>
${await blocksHtml(blocks, words)}
</section>`
}

/** @throws UserError `cancelled` */
export async function htmlPage(report: ReportDocument, words: Words, task: Task): Promise<string> {
  const { title, kicker, author, date, written, sections, footer, contents } = report
  const parts: string[] = []
  for (const [at, section] of sections.entries()) {
    await breathe(task)
    task.progress({ stage: 'draw', done: at, total: sections.length, unit: 'parts' })
    parts.push(await sectionHtml(section, at + 1, words))
  }
  task.progress({ stage: 'draw', done: sections.length, total: sections.length, unit: 'parts' })
  const links = sections.map((one) => `<li><a href="#${one.id}">${escapeHtml(one.title)}</a></li>`)
  const by = author ? `<strong>${escapeHtml(author)}</strong> · ` : ''
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Cotejo ${escapeHtml(cotejoVersion)}">
${author ? `<meta name="author" content="${escapeHtml(author)}">\n` : ''}<title>${escapeHtml(title)}</title>
<style>${fonts}
${style}</style>
</head>
<body>
<header>
<p class="kicker">${escapeHtml(kicker)}</p>
<h1>${escapeHtml(title)}</h1>
<p class="byline">${by}<time datetime="${written.slice(0, 10)}">${escapeHtml(date)}</time></p>
</header>
<nav aria-label="${escapeHtml(contents)}"><ol>${links.join('')}</ol></nav>
<main>
${parts.join('\n')}
</main>
<footer>${escapeHtml(footer)}</footer>
</body>
</html>
`
}

export async function writeHtml(
  folder: string,
  stem: string,
  report: ReportDocument,
  words: Words,
  task: Task,
): Promise<void> {
  await writeFile(join(folder, `${stem}.html`), await htmlPage(report, words, task), { flag: 'wx' })
}

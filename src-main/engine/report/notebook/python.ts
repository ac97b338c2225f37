// Values as Python source. Names of classes, files and runs come from people: nothing in them may end a literal, a
// line or a comment, or turn the direction of the code around them.

/** Control characters, line separators, halves of surrogate pairs, and what turns the direction of text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const escaped = (character: string): string => {
  const code = character.codePointAt(0)!
  if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`
  return code > 0xff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\x${code.toString(16).padStart(2, '0')}`
}

/** A string literal, on one line. */
export function pythonText(text: string): string {
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replace(UNSAFE, escaped)
  return `"${body}"`
}

/** What stands behind `#`: one line, nothing that could end it. */
export const pythonComment = (text: string): string => text.replace(/\s+/gu, ' ').replace(UNSAFE, '').trim()

/** 0.001, 1e-07; numbers that JavaScript writes otherwise are none that a plan may hold. */
export function pythonNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`No number for a notebook: ${value}`)
  return String(value)
}

export const pythonBool = (value: boolean): string => (value ? 'True' : 'False')

export const pythonList = (items: readonly string[]): string => `[${items.join(', ')}]`

/** Items in lines of at most `width` columns. */
export function wrapped(items: readonly string[], indent = '    ', width = 96): string {
  const lines: string[] = []
  let line = indent
  for (const item of items) {
    if (line.length > indent.length && line.length + item.length + 1 > width) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${item}, `
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines.join('\n')
}

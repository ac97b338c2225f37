// Text for the PDF: divided by the faces that have its letters, words of right-to-left scripts in the order in which
// they are drawn.
import { type Content } from 'pdfmake'
import { spans, type Span, type Text } from '../document/document'
import { rightToLeft, type Face, type Faces } from '../fonts/faces'

export interface Look {
  bold?: boolean
  color?: string
  fontSize?: number
}

export const ink = {
  text: '#161930',
  quiet: '#5f637c',
  line: '#c9cbd8',
  sunken: '#f5f5fa',
  accent: '#3247d5',
} as const

/** Faces of their own for code. */
export const MONO = 'mono'

/** Control characters and what turns the direction of all that follows; line breaks are spaces. */
const flat = (text: string): string =>
  text
    .replace(/\s*[\r\n\u2028\u2029\u0085]+\s*/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')

/**
 * A font lays one word out from right to left; that words follow each other that way is done here. The spaces between
 * them are of the main face, or they would be drawn on the other side of their word.
 */
function rightToLeftWords(text: string, face: Face, main: Face): { text: string; font: string }[] {
  const parts = text.split(/( +)/).filter((part) => part !== '')
  return parts.reverse().map((part) => ({ text: part, font: part.trim() === '' ? main.name : face.name }))
}

export function inline(text: string, faces: Faces, look: Look = {}): Content[] {
  return faces
    .runs(flat(text))
    .flatMap(({ text: part, face }): Content[] =>
      (rightToLeft.test(part)
        ? rightToLeftWords(part, face, faces.main)
        : [{ text: part, font: face.name }]
      ).map((one) => ({ ...one, ...look })),
    )
}

function spanContent(span: Span, faces: Faces, look: Look): Content[] {
  if (typeof span === 'string') return inline(span, faces, look)
  if (span.code)
    return [{ text: flat(span.text), font: MONO, ...look, fontSize: (look.fontSize ?? 10) * 0.9 }]
  return inline(span.text, faces, {
    ...look,
    ...(span.bold && { bold: true }),
    ...(span.quiet && { color: ink.quiet }),
  })
}

export const textContent = (text: Text, faces: Faces, look: Look = {}): Content[] =>
  spans(text).flatMap((span) => spanContent(span, faces, look))

// The typefaces of pictures and PDF files: the interface's own, and others for what it has no letters for. They are part
// of the program, so that a report looks the same on every machine.
import { create, type Font } from 'fontkit'
import { otherScripts, systemFaces } from './fallback'
import regular from '@fontsource/hanken-grotesk/files/hanken-grotesk-latin-400-normal.woff?inline'
import bold from '@fontsource/hanken-grotesk/files/hanken-grotesk-latin-700-normal.woff?inline'
import extended from '@fontsource/hanken-grotesk/files/hanken-grotesk-latin-ext-400-normal.woff?inline'
import extendedBold from '@fontsource/hanken-grotesk/files/hanken-grotesk-latin-ext-700-normal.woff?inline'

export interface Face {
  /** Unique; letters, digits and hyphens. */
  readonly name: string
  readonly bytes: Buffer
  readonly font: Font
  /** The same letters, heavier; itself where there is none. */
  readonly bold: { readonly bytes: Buffer; readonly font: Font }
}

/** The bytes of what Vite inlined. */
export const bytesOf = (address: string): Buffer =>
  Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')

const opened = (bytes: Buffer): { bytes: Buffer; font: Font } => ({ bytes, font: create(bytes) as Font })

function face(name: string, address: string, heavier?: string): Face {
  const one = opened(bytesOf(address))
  return { name, ...one, bold: heavier === undefined ? one : opened(bytesOf(heavier)) }
}

/** Faces are opened once: that takes longer than drawing with them. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const mainFaces = once(() => [face('text', regular, bold), face('extended', extended, extendedBold)])
const bundledFaces = once(async () => (await otherScripts()).map(({ name, address }) => face(name, address)))

/** A run of text that one face can draw. */
export interface TextRun {
  text: string
  face: Face
}

/** Characters that need no glyph of their own: joiners, direction marks, variation selectors. */
const invisible = /^[\p{Cf}\uFE00-\uFE0F]$/u
/** Letters of scripts that run from right to left. */
export const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** What stands for a character that no face has. */
const MISSING = '□'

export class Faces {
  readonly #main: readonly Face[]
  #others: readonly Face[] | null = null
  readonly #of = new Map<number, Face | null>()
  /** Some text had a character that no face has. */
  missing = false

  constructor() {
    this.#main = mainFaces()
  }

  get main(): Face {
    return this.#main[0]!
  }

  /** All faces that texts have asked for so far, and the main ones. */
  get used(): readonly Face[] {
    return [...new Set([...this.#main, ...[...this.#of.values()].filter((one) => one !== null)])]
  }

  /** Loads the faces for what the main ones do not have; without it, only those are used. */
  async prepare(texts: Iterable<string>): Promise<void> {
    const wanted = new Set<number>()
    for (const text of texts) for (const character of text) wanted.add(character.codePointAt(0)!)
    const missing = [...wanted].filter(
      (code) => !this.#main.some(({ font }) => font.hasGlyphForCodePoint(code)),
    )
    const unknown = missing.filter((code) => !invisible.test(String.fromCodePoint(code)) && code >= 0x20)
    if (unknown.length === 0) return
    const bundled = await bundledFaces()
    const rest = unknown.filter((code) => !bundled.some(({ font }) => font.hasGlyphForCodePoint(code)))
    const system = rest.length === 0 ? [] : await systemFaces(rest)
    this.#others = [...bundled, ...system]
    this.#of.clear()
  }

  #faceOf(code: number): Face | null {
    let found = this.#of.get(code)
    if (found === undefined) {
      found =
        [...this.#main, ...(this.#others ?? [])].find(({ font }) => font.hasGlyphForCodePoint(code)) ?? null
      this.#of.set(code, found)
    }
    return found
  }

  /** Divides a text by the faces that have its characters; what none has becomes a box. */
  runs(text: string): TextRun[] {
    const runs: TextRun[] = []
    for (const character of text) {
      const code = character.codePointAt(0)!
      const last = runs.at(-1)
      if (invisible.test(character)) {
        // A joiner holds an emoji together; alone it is nothing.
        if (last && last.face.font.hasGlyphForCodePoint(code)) last.text += character
        continue
      }
      const own = this.#faceOf(code)
      const face = own ?? this.#faceOf(MISSING.codePointAt(0)!) ?? this.main
      const shown = own ? character : MISSING
      if (!own) this.missing = true
      // Words of a script that runs from right to left are kept together, to be brought into their order.
      const joins = character === ' ' && last && rightToLeft.test(last.text)
      if (last && (last.face === face || (joins && last.face.font.hasGlyphForCodePoint(0x20))))
        last.text += shown
      else runs.push({ text: shown, face })
    }
    return runs
  }
}

// Readable, unique names of folders in the library, made from names that people gave.

/** Letters that do not fall apart into a base letter and a mark. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** Is this the name of a Windows device, such as `nul` or `com1.txt`? */
export const isReservedName = (name: string): boolean => reserved.test(name.split('.')[0]!.trimEnd())

/**
 * "Mariposas y gatos, año 2" becomes `mariposas-y-gatos-ano-2`.
 * @param name any Unicode text
 * @param fallback used where no Latin letter or digit is left of the name, such as `dataset`
 * @param length longest result
 */
export function slug(name: string, fallback: string, length = 48): string {
  const ascii = name
    .toLowerCase()
    .replace(/[ßæœøđðþłħı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, length)
    .replace(/-+$/, '')
  if (ascii === '') return fallback
  return isReservedName(ascii) ? `${ascii}-${fallback}` : ascii
}

/** `wanted`, or `wanted-2`, `wanted-3`, … where that is taken. */
export async function freeId(
  wanted: string,
  taken: (id: string) => boolean | Promise<boolean>,
): Promise<string> {
  if (!(await taken(wanted))) return wanted
  for (let number = 2; ; number++) {
    const candidate = `${wanted}-${number}`
    if (!(await taken(candidate))) return candidate
  }
}

// The bundled faces for other scripts, symbols and emoji. A module of its own: it is loaded when it is needed.
import emoji from '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff?inline'
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff?inline'
import hebrew from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff?inline'
import mathematics from '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff?inline'
import symbols2 from '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff?inline'
import symbols from '@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-400-normal.woff?inline'
import cyrillicExtended from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?inline'
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?inline'
import devanagari from '@fontsource/noto-sans/files/noto-sans-devanagari-400-normal.woff?inline'
import greekExtended from '@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff?inline'
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?inline'
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?inline'
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?inline'
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?inline'

const addresses: Readonly<Record<string, string>> = {
  latin,
  'latin-extended': latinExtended,
  vietnamese,
  greek,
  'greek-extended': greekExtended,
  cyrillic,
  'cyrillic-extended': cyrillicExtended,
  hebrew,
  arabic,
  devanagari,
  mathematics,
  symbols,
  'symbols-2': symbols2,
  emoji,
}

export const bundled = Object.entries(addresses).map(([name, address]) => ({ name, address }))

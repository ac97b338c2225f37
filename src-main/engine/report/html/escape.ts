// Text as HTML, in content and in quoted attributes.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters, and what turns the direction of all that follows, are left out. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character]!)

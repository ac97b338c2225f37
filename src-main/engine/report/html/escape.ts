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
    // eslint-disable-next-line no-control-regex -- that is what they are
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '',
    )
    .replace(/[&<>"']/g, (character) => entities[character]!)

/** A name of unknown direction within a sentence: it may run the other way without turning the rest. */
export const isolated = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`

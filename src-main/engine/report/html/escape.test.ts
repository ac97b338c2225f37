import { expect, it } from 'vitest'
import { escapeHtml } from './escape'

it('text stays text, in content and in attributes', () => {
  expect(escapeHtml(`<b title="x" class='y'>&amp;</b>`)).toBe(
    '&lt;b title=&quot;x&quot; class=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;',
  )
  expect(escapeHtml('a\u0000b\u0007c\u202Ed\u2066e\u2069')).toBe('abcde')
  expect(escapeHtml('línea\nñandú 🦋')).toBe('línea\nñandú 🦋')
})

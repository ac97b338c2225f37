// What a tooltip shows: text in an element, never markup. Names of classes and runs may hold anything.

/** @param text lines; what each begins with up to two spaces is its name, the rest its value */
export function tipOf(text: string): HTMLElement {
  const tip = document.createElement('div')
  tip.className = 'chart-tip num'
  for (const line of text.split('\n')) {
    const row = tip.appendChild(document.createElement('div'))
    const [name = '', ...value] = line.split('  ')
    row.appendChild(document.createElement('span')).textContent = name
    if (value.length > 0) row.appendChild(document.createElement('b')).textContent = value.join('  ')
  }
  return tip
}

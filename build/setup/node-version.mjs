// The oldest Node that Cotejo runs on. This file is read by older ones: keep its syntax plain.

const NEEDED = [20, 19]

/** @returns one line that says what is wrong, or null */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null
  return (
    'Cotejo needs Node ' +
    NEEDED.join('.') +
    ' or newer; this is Node ' +
    version +
    '. Get one at https://nodejs.org'
  )
}

// Structured clone as text, so that what crosses between a page and the main side arrives as it would in Electron:
// undefined, NaN, dates, maps, sets, bytes and cycles included. What cannot be cloned throws, as there.
// Used in Node and, as source, in the page.
/* global structuredClone */

/** @param {unknown} root @returns {string} */
export function encode(root) {
  const nodes = []
  const seen = new Map()
  function value(one) {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one
    if (typeof one === 'number') {
      return Number.isFinite(one) && !Object.is(one, -0)
        ? one
        : { number: Object.is(one, -0) ? '-0' : String(one) }
    }
    if (one === undefined) return { nothing: true }
    if (typeof one === 'bigint') return { big: String(one) }
    if (!seen.has(one)) {
      const node = {}
      seen.set(one, nodes.push(node) - 1)
      Object.assign(node, object(one))
    }
    return { node: seen.get(one) }
  }
  function object(one) {
    if (one instanceof Date) return { date: value(one.getTime()) }
    if (one instanceof Error) return { error: one.message, name: one.name }
    if (one instanceof Map) return { map: [...one].map(([key, item]) => [value(key), value(item)]) }
    if (one instanceof Set) return { set: [...one].map(value) }
    if (one instanceof ArrayBuffer || ArrayBuffer.isView(one)) {
      const bytes =
        one instanceof ArrayBuffer
          ? new Uint8Array(one)
          : new Uint8Array(one.buffer, one.byteOffset, one.byteLength)
      return { bytes: [...bytes] }
    }
    const entries = Object.keys(one).map((key) => [key, value(one[key])])
    return Array.isArray(one) ? { array: one.length, entries } : { entries }
  }
  const top = value(structuredClone(root))
  return JSON.stringify({ top, nodes })
}

/** @param {string} text @returns {unknown} */
export function decode(text) {
  const { top, nodes } = JSON.parse(text)
  const made = new Map()
  function value(one) {
    if (one === null || typeof one !== 'object') return one
    if ('number' in one) return Number(one.number)
    if ('nothing' in one) return undefined
    if ('big' in one) return BigInt(one.big)
    if (!made.has(one.node)) object(one.node, nodes[one.node])
    return made.get(one.node)
  }
  function object(at, node) {
    const keep = (it) => (made.set(at, it), it)
    if ('date' in node) return keep(new Date(value(node.date)))
    if ('error' in node) return keep(Object.assign(new Error(node.error), { name: node.name }))
    if ('bytes' in node) return keep(new Uint8Array(node.bytes))
    if ('map' in node) {
      const map = keep(new Map())
      for (const [key, item] of node.map) map.set(value(key), value(item))
    } else if ('set' in node) {
      const set = keep(new Set())
      for (const item of node.set) set.add(value(item))
    } else {
      const it = keep('array' in node ? new Array(node.array) : {})
      for (const [key, item] of node.entries) {
        // A key called __proto__ is a key like others.
        Object.defineProperty(it, key, {
          value: value(item),
          writable: true,
          enumerable: true,
          configurable: true,
        })
      }
    }
  }
  return value(top)
}

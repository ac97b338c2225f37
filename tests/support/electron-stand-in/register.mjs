// Preloaded into the Node process that runs the built main bundle: `electron` is the stand-in, however it is asked for.
import Module, { register } from 'node:module'

const standIn = process.env.STAND_IN_MODULE
const hooks = `export function resolve(name, context, next) {
  return name === 'electron' ? { url: ${JSON.stringify(standIn)}, shortCircuit: true } : next(name, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

// Not imported here: an app becomes ready only once its main script has run.
const load = Module._load
Module._load = (name, ...rest) => (name === 'electron' ? globalThis.standIn : load(name, ...rest))

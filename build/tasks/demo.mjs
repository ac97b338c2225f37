// `npm run demo`: the main job in the terminal, on the built-in sample.
import { run as cotejo } from './cotejo.mjs'

export const run = (args) => cotejo(['demo', ...args], { pack: true })

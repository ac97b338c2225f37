// A program of its own that opens a library with the fake engine and does what it is told over IPC: for tests of
// what a second process sees, and of what is left when it is killed. Arguments: library, path of the fake engine.
import { join } from 'node:path'
import { toErrorShape } from '../../src-main/contract'
import { openApp } from '../../src-main/app/open'

const [library, engine] = process.argv.slice(2) as [string, string]
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

const app = await openApp({
  library,
  packs: join(library, 'packs'),
  host: 'serve',
  engine: { node: process.execPath, program: engine },
  log: quiet,
}).catch((thrown: unknown) => {
  process.send!({ failed: toErrorShape(thrown) })
  process.exit(1)
})

app.listen((event) => process.send!(event))
process.on('message', async (message: { call?: never; params?: never; close?: true }) => {
  if (message.close) {
    await app.close()
    process.exit(0)
  }
  try {
    process.send!({ result: await app.call(message.call!, message.params!) })
  } catch (thrown) {
    process.send!({ failed: toErrorShape(thrown) })
  }
})
process.send!({ opened: process.pid })

// Netron's own readers of model files, as its package for Python has them: what it can open, it can show.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The page's service that finds out which format a file has and reads it, without the page. */
const PROGRAM = `
import { readFileSync } from 'node:fs'
import { BinaryStream } from './base.js'
import { ModelFactoryService } from './view.js'
const host = {
  environment: () => null,
  event() {},
  require: (id) => import(id + '.js'),
  async request(file, encoding) {
    const data = readFileSync(new URL('./' + file, import.meta.url))
    return encoding ? data.toString(encoding) : new BinaryStream(data)
  },
}
const found = []
for (const file of process.argv.slice(2)) {
  const identifier = file.split('/').pop()
  const stream = new BinaryStream(new Uint8Array(readFileSync(file)))
  const context = { identifier, stream, container: null, entries: new Map(), request: host.request, require: host.require,
    error: (error) => { throw error } }
  const model = await new ModelFactoryService(host).open(context)
  const [graph] = model.modules
  const names = (ends) => ends.map(({ name, value }) => name + ': ' + String(value[0].type))
  found.push({
    format: model.format,
    nodes: graph.nodes.map(({ type }) => type.name),
    inputs: names(graph.inputs),
    outputs: names(graph.outputs),
  })
}
console.log(JSON.stringify(found))
`

export interface NetronModel {
  format: string
  /** The operators' names, in order. */
  nodes: string[]
  /** With their types: `image: uint8[batch,32,32,3]`. */
  inputs: string[]
  outputs: string[]
}

/**
 * @param python with the package netron
 * @throws Error where Netron cannot read one of the files
 */
export async function netronReads(python: string, files: readonly string[]): Promise<NetronModel[]> {
  const where = 'import importlib.util as u; print(u.find_spec("netron").submodule_search_locations[0])'
  const { stdout: folder } = await execute(python, ['-c', where])
  const copy = await mkdtemp(join(tmpdir(), 'cotejo-netron-'))
  try {
    // Node takes its files for modules only where a package says so.
    await cp(folder.trim(), copy, { recursive: true })
    await writeFile(join(copy, 'package.json'), '{"type": "module"}')
    await writeFile(join(copy, 'read.js'), PROGRAM)
    const { stdout } = await execute(process.execPath, [join(copy, 'read.js'), ...files], {
      maxBuffer: 2 ** 26,
    })
    return JSON.parse(stdout) as NetronModel[]
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

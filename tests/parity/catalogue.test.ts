// The catalogue against Keras: the addresses that Keras would download from, its hashes, its parameters. What Keras
// asks for was written down in catalogue-reference.json by catalogue-reference.py; with COTEJO_KERAS_PARITY=1 it is
// asked anew.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { catalogue } from '../../src-main/engine/bases/catalogue'
import { parametersOf } from '../../src-main/engine/bases/facts'
import { pythonWith } from '../support/python'

interface Asked {
  architecture: string
  alpha: number
  file: string
  url: string
  hash: string | null
  parameters: number
}

const script = fileURLToPath(new URL('catalogue-reference.py', import.meta.url))
const live = process.env['COTEJO_KERAS_PARITY'] === '1'
const python = live ? await pythonWith(['tensorflow-cpu', 'keras', 'h5py']) : null
const text = python
  ? (await promisify(execFile)(python, [script])).stdout
  : await readFile(new URL('catalogue-reference.json', import.meta.url), 'utf8')
const asked = JSON.parse(text) as Asked[]

test('every base is there, with the address, the hash and the parameters that Keras has', () => {
  const key = (one: { architecture: string; alpha: number }) => `${one.architecture} ${one.alpha}`
  const byKey = (a: Asked, b: Asked) => (key(a) < key(b) ? -1 : 1)
  const ours = catalogue.map(({ architecture, alpha, file, url, hash }) => ({
    architecture,
    alpha,
    file,
    url,
    hash: hash?.hex ?? null,
    parameters: parametersOf(architecture, alpha),
  }))
  expect(ours.sort(byKey)).toEqual([...asked].sort(byKey))
})

// What is said of WebGPU on machines that have it, have a software adapter alone, or have none; and what is used then.
import { afterEach, describe, expect, it } from 'vitest'
import { createBackends } from '../../src-main/engine/backends/choose'
import { ADAPTER_VARIABLE, lookForAdapter } from '../../src-main/engine/backends/webgpu'
import { neededLimits, lackingLimit } from '../../src-main/engine/backends/webgpu/limits'
import { createDoctor } from '../../src-main/engine/handlers/doctor'
import { quietTask } from '../../src-main/engine/task'
import { temporaryFolder } from '../support/toyRun'
import { adapterForTests } from '../support/webgpu'

const named = process.env[ADAPTER_VARIABLE]
const adapter = await adapterForTests()

const choose = (value: string | undefined) => {
  if (value === undefined) delete process.env[ADAPTER_VARIABLE]
  else process.env[ADAPTER_VARIABLE] = value
}
afterEach(() => choose(named))

async function doctor() {
  const warnings: string[] = []
  const backends = createBackends(
    () => {},
    (message) => warnings.push(message),
  )
  const packs = temporaryFolder()
  const { backends: reports } = (await createDoctor(backends, () => false)(
    { packs, measure: false },
    quietTask(),
  )) as { backends: { name: string; chosen: boolean }[] }
  const of = (name: string) => reports.find((report) => report.name === name)!
  return { webgpu: of('webgpu'), wasm: of('wasm'), preferred: await backends.preferred(packs) }
}

describe('without an adapter to use', () => {
  it('says that it was switched off, and takes the next best', async () => {
    choose('none')
    const { webgpu, wasm, preferred } = await doctor()
    expect(webgpu).toMatchObject({ available: false, chosen: false, finding: { code: 'webgpu-off' } })
    expect(wasm).toMatchObject({ available: true, chosen: true })
    expect(preferred).toBe('wasm')
  })

  it('names an adapter that is asked for and not there', async () => {
    choose('Voodoo 2')
    const look = await lookForAdapter()
    expect(look).toMatchObject({
      obstacle: { finding: { code: 'webgpu-not-named', values: { card: 'Voodoo 2' } } },
    })
    expect('obstacle' in look && look.obstacle.problem).toContain('“Voodoo 2”')
  })

  it('names the limit that is too low', () => {
    const enough = Object.fromEntries(Object.entries(neededLimits)) as unknown as GPUSupportedLimits
    expect(lackingLimit(enough)).toBeNull()
    const less = { ...enough, maxStorageBufferBindingSize: 1024 } as GPUSupportedLimits
    expect(lackingLimit(less)).toMatch(/^maxStorageBufferBindingSize is 1024, \d+ are needed$/)
  })
})

describe.skipIf(adapter !== 'SwiftShader')('with a software adapter', () => {
  it('is not used unless it is named', async () => {
    choose(undefined)
    const { webgpu, preferred } = await doctor()
    expect(webgpu).toMatchObject({ available: false, finding: { code: 'webgpu-software' } })
    expect(preferred).toBe('wasm')
  })

  it('is described when it is named: adapter, interface, driver', async () => {
    choose('swiftshader')
    const { webgpu } = await doctor()
    expect(webgpu).toMatchObject({ available: true, problem: null })
    expect((webgpu as unknown as { device: string }).device).toMatch(
      /^SwiftShader.*\(Vulkan, SwiftShader driver/,
    )
  })
})

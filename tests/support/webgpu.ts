// A WebGPU adapter for tests: the machine's own where COTEJO_WEBGPU_ADAPTER names one, else a software adapter, which
// computes on the processor: it says whether a kernel is right, not whether it is fast. SwiftShader comes with Chromium;
// Mesa's llvmpipe, which also has numbers of 16 bits, with Debian's mesa-vulkan-drivers.
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADAPTER_VARIABLE, findAdapter } from '../../src-main/engine/backends/webgpu'
import { featuresOf, precisions, type Precision } from '../../src-main/engine/backends/webgpu/precision'

const libraries = [
  process.env['COTEJO_SWIFTSHADER'],
  '/usr/lib/chromium/libvk_swiftshader.so',
  '/usr/lib/chromium-browser/libvk_swiftshader.so',
  '/opt/google/chrome/libvk_swiftshader.so',
]

/** Where Vulkan looks for drivers' descriptions. */
const driverFolders = ['/usr/share/vulkan/icd.d', '/usr/local/share/vulkan/icd.d', '/etc/vulkan/icd.d']

/** Makes an adapter available to this process. @returns a part of its name, or null (with a line why) */
export async function adapterForTests(): Promise<string | null> {
  const named = process.env[ADAPTER_VARIABLE]
  if (!named) {
    const library = libraries.find((path) => path && existsSync(path))
    if (!library) {
      console.log(
        'WebGPU: skipped, as libvk_swiftshader.so (of Chromium) was not found and no adapter is named.',
      )
      return null
    }
    const description = join(mkdtempSync(join(tmpdir(), 'cotejo-icd-')), 'swiftshader.json')
    const icd = { file_format_version: '1.0.0', ICD: { library_path: library, api_version: '1.1.0' } }
    writeFileSync(description, JSON.stringify(icd))
    useDriver(description)
  }
  return foundByName(named ?? 'SwiftShader')
}

/**
 * Makes an adapter available on which as many precisions as possible can be tried: the named one, Mesa's software
 * adapter, or SwiftShader, which has float32 alone.
 * @returns a part of its name, or null; and the precisions that it has, with a line for those that it has not
 */
export async function halfAdapterForTests(): Promise<{ adapter: string | null; offered: Precision[] }> {
  let adapter: string | null = null
  if (!process.env[ADAPTER_VARIABLE]) {
    const description = driverFolders
      .flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : []))
      .find((path) => /lvp_icd[^/]*\.json$/.test(path))
    if (description) {
      useDriver(description)
      const search = await findAdapter('llvmpipe')
      if ('found' in search) adapter = 'llvmpipe'
      else console.log(`WebGPU: Mesa's driver ${description} gives no adapter; another is taken.`)
    }
  }
  adapter ??= await adapterForTests()
  if (adapter === null) return { adapter, offered: [] }
  const offered: Precision[] = []
  for (const precision of precisions) {
    const search = await findAdapter(adapter, precision)
    if (!('found' in search)) continue
    try {
      // What the adapter has is what its device is asked for.
      const { adapter: found, facts } = search.found
      featuresOf(found, found.info, precision, facts.name)
      offered.push(precision)
    } catch (error) {
      console.log(`WebGPU: ${precision} precision is skipped. ${(error as Error).message}`)
    }
  }
  return { adapter, offered }
}

function useDriver(description: string): void {
  process.env['VK_ICD_FILENAMES'] = description
  process.env['VK_DRIVER_FILES'] = description
}

async function foundByName(wanted: string): Promise<string | null> {
  const search = await findAdapter(wanted)
  if ('found' in search) return wanted
  console.log(`WebGPU: skipped. ${search.obstacle.problem} (Vulkan's loader is Debian's package libvulkan1.)`)
  return null
}

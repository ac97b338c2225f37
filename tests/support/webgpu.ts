// A WebGPU adapter for tests: the machine's own where COTEJO_WEBGPU_ADAPTER names one, else SwiftShader, which computes
// on the processor: it says whether a kernel is right, not whether it is fast. It comes with Chromium.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADAPTER_VARIABLE, findAdapter } from '../../src-main/engine/backends/webgpu'

const libraries = [
  process.env['COTEJO_SWIFTSHADER'],
  '/usr/lib/chromium/libvk_swiftshader.so',
  '/usr/lib/chromium-browser/libvk_swiftshader.so',
  '/opt/google/chrome/libvk_swiftshader.so',
]

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
    process.env['VK_ICD_FILENAMES'] = description
    process.env['VK_DRIVER_FILES'] = description
  }
  const wanted = named ?? 'SwiftShader'
  const search = await findAdapter(wanted)
  if ('found' in search) return wanted
  console.log(`WebGPU: skipped. ${search.obstacle.problem} (Vulkan's loader is Debian's package libvulkan1.)`)
  return null
}

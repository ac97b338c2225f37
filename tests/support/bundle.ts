// Bundles a TypeScript program of the tests so that a plain Node process can run it beside the test.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** @returns path of one file that `node` runs; its folder is the caller's to remove */
export async function bundle(entry: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'cotejo-bundle-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } },
    },
  })
  return join(out, 'program.mjs')
}

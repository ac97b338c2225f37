// Runs one measurement: `node bench/run.mjs NAME [arguments]`. It is bundled with what it uses of src-main, as the
// engine itself is, and started as a plain Node program, so that what is measured is what runs.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const [name, ...rest] = process.argv.slice(2)
const entry = join(import.meta.dirname, `${name}.ts`)
if (!name || !existsSync(entry)) {
  console.error(`usage: node bench/run.mjs NAME, with NAME a file bench/NAME.ts`)
  process.exit(2)
}

const outDir = join(root, 'out', 'bench')
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: entry,
    outDir,
    emptyOutDir: false,
    target: 'node20.19',
    rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
  },
})
const { status, signal } = spawnSync(process.execPath, [join(outDir, `${name}.mjs`), ...rest], {
  stdio: 'inherit',
})
if (signal) console.error(`ended by ${signal}`)
process.exit(status ?? 1)

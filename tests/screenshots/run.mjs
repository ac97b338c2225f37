// `npm run screenshots [-- --all]`: takes the pictures of the app into docs/images. Needs a build and Chromium.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

await runnerImport(fileURLToPath(new URL('take.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})

// Builds everything that runs: the hosts and the engine (Node), the preload and the renderer.
// The engine is an entry of its own: hosts start it as a plain Node program (docs/architecture.md).
import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      // Only electron.js runs on Electron's Node; the others must run on the oldest Node that we support.
      target: 'node20.19',
      sourcemap: true,
      // What the desktop app's main program imports goes into its bundle: a package holds no node_modules for it.
      externalizeDeps: { exclude: ['electron-updater', 'zod'] },
      rollupOptions: {
        input: {
          electron: resolve(root, 'src-main/hosts/electron/main.ts'),
          serve: resolve(root, 'src-main/hosts/serve/main.ts'),
          cli: resolve(root, 'src-main/hosts/cli/main.ts'),
          engine: resolve(root, 'src-main/engine/main.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: resolve(root, 'src-main/hosts/electron/preload.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    build: {
      target: 'es2022',
      minify: true,
      // The content security policy allows fonts and pictures from files alone, not from data: addresses.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
    plugins: [vue()],
  },
})

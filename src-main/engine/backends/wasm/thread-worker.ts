// The program of one worker thread of the threaded module.
//
// The package carries it as a string meant for a Blob URL. Node's workers take a data: URL instead, which is an
// ES module: it gets the CommonJS names that the program expects, and an end that cannot leave the main thread waiting.
import { packageFiles, requireFile } from './package'

let url: URL | null = null

/** A URL that `new Worker` of node:worker_threads accepts. */
export function threadWorkerUrl(): URL {
  url ??= new URL(`data:text/javascript,${encodeURIComponent(threadWorkerSource())}`)
  return url
}

/** Source of the worker, an ES module. */
function threadWorkerSource(): string {
  const { wasmWorkerContents } = requireFile(packageFiles.threadedWorker) as { wasmWorkerContents: string }
  const loader = JSON.stringify(packageFiles.threadedLoader)
  return `
import { createRequire } from 'node:module'
import { writeSync } from 'node:fs'
import { parentPort as messages } from 'node:worker_threads'
const require = createRequire(${loader})
const __filename = ${loader}

// The main thread waits for its threads with a lock; one that dies while it computes would leave it waiting for ever.
// Then it is better that the whole process ends: whoever started it sees that it did.
let computing = false
messages.on('message', ({ cmd }) => { computing ||= cmd === 'run' })
process.on('uncaughtException', (error) => {
  if (!computing) throw error
  try {
    writeSync(2, 'A thread of the wasm backend failed: ' + error + '\\n')
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
})

${wasmWorkerContents.replaceAll('\n', '\\n')}
`
}

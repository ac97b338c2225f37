// Gives back memory that is no longer used, now rather than when V8 thinks of it: it waits until there is as much to
// clear as there is in use, and in an import of many thousand pictures that only makes the process large.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | null = null

/** Takes some tens of milliseconds. */
export function clearMemory(): void {
  if (!collect) {
    // The only way to V8's collector without a flag on the command line, which Electron's packager would have to pass.
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}

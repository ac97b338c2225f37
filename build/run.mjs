// The entry of `npm start`, `npm run demo`, `npm test`, `npm run cotejo` and packaging: sets up what is missing, then
// does it.
// Node built-ins only, and in this file nothing that an old Node cannot read: it must be able to say so.
import { checkNode } from './setup/node-version.mjs'

const TASKS = ['start', 'demo', 'test', 'cotejo', 'package', 'check-package']

async function main() {
  const problem = checkNode(process.versions.node)
  if (problem !== null) {
    process.stderr.write(problem + '\n')
    return 1
  }
  const [name, ...args] = process.argv.slice(2)
  if (!TASKS.includes(name)) {
    process.stderr.write('Usage: node build/run.mjs ' + TASKS.join(' | ') + '\n')
    return 2
  }
  const { isExplained } = await import('./setup/say.mjs')
  try {
    const task = await import('./tasks/' + name + '.mjs')
    return await task.run(args)
  } catch (error) {
    if (!isExplained(error)) throw error
    process.stderr.write(error.message + '\n')
    return 1
  }
}

const code = await main()
// A task that goes on in this process (the command line) sets the status itself.
if (code !== undefined) process.exitCode = code

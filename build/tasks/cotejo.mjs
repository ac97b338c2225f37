// `npm run -s cotejo -- …`: the command line, in this very process, where the person stands.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setUp } from '../setup/all.mjs'

/** Runs a built program as if it had been started with these words. */
export async function become(program, args) {
  process.argv = [process.argv[0], program, ...args]
  await import(pathToFileURL(program).href)
}

export async function run(args, needs = {}) {
  const built = await setUp(needs)
  // npm runs scripts in the folder of package.json; paths that a person types are relative to another one.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  await become(join(built, 'cli.js'), args)
}

// The Python that the comparisons with Keras run on: the one that was named, else an environment made here once.
import { pythonWith } from '../tests/support/python'

/** @returns the interpreter; ends the program with a reason where there is none */
export async function kerasPython(named: string | undefined): Promise<string> {
  if (named) return named
  console.log(
    'Looking for a Python with Keras; one is set up under node_modules/.cache the first time (600 MB) …',
  )
  const python = await pythonWith(['keras', 'tensorflow-cpu'])
  if (python === null) process.exit(1)
  return python
}

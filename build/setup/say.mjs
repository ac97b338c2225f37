// What the set-up tells a person: always on stderr, so that stdout stays the program's own.

export const say = (line) => process.stderr.write(line + '\n')

/** An error whose message is all that a person needs: no stack is shown. */
export class Explained extends Error {}

export const isExplained = (error) => error instanceof Explained

/** The end of a tool's output, which is where it says what went wrong. */
export const tail = (output, lines = 15) =>
  output
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => '  ' + line)
    .join('\n')

export const seconds = (ms) =>
  ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${(ms / 60_000).toFixed(1)} min`

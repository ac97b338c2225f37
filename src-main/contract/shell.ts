// What the desktop app's main side tells its page unasked: the menu was used, a file was opened with Cotejo.
import { z } from './zod'
import { id, path } from './common'

export const screenName = z.enum(['data', 'train', 'runs', 'compare', 'predict', 'bases', 'machine'])
export type ScreenName = z.infer<typeof screenName>

export const shellCommand = z.discriminatedUnion('command', [
  z.object({ command: z.literal('show'), screen: screenName }),
  z.object({ command: z.literal('show-run'), run: id }),
  z.object({ command: z.literal('show-dataset'), dataset: id }),
  /** A folder or an archive of pictures. */
  z.object({ command: z.literal('import'), path }),
  /** Runs that ended with the program, and can go on from their checkpoints. */
  z.object({ command: z.literal('interrupted'), runs: z.array(id).min(1).max(1000) }),
  /** Diagnostics were copied from the menu. */
  z.object({ command: z.literal('diagnostics-copied') }),
])
export type ShellCommand = z.infer<typeof shellCommand>

/** The languages of menus and dialogs, which are those of the interface. */
export const shellLanguage = z.enum(['en', 'es', 'pt-BR'])
export type ShellLanguage = z.infer<typeof shellLanguage>

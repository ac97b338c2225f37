// cotejo explain RUN PICTURE --out FILE.png
import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import {
  explainMethod,
  UserError,
  type CallInput,
  type ExplainMethod,
  type Explanation,
} from '../../../contract'
import { wholeNumber } from '../arguments'
import { percent } from '../output/format'
import { table } from '../output/table'
import { plain, type Paint } from '../output/text'
import type { CliSession } from '../session'
import { findRun } from './runs-found'

interface Flags {
  out: string
  method: string
  class?: string
  side: number
}

/** @throws UserError `invalid-argument` */
function methodOf(given: string): ExplainMethod {
  const read = explainMethod.safeParse(given)
  if (read.success) return read.data
  throw new UserError('invalid-argument', `There is no method “${given}”.`, {
    detail: { method: given },
    hint: `Choose one of: ${explainMethod.options.join(', ')}.`,
  })
}

/** The class by its name. @throws UserError `invalid-argument` */
export function classOf(labels: readonly string[], given: string): number {
  const at = labels.indexOf(given)
  if (at >= 0) return at
  throw new UserError('invalid-argument', `The model has no class “${given}”.`, {
    detail: { class: given },
    hint: `Its classes: ${labels.join(', ')}.`,
  })
}

/** A file, or the number of a picture of the run's dataset. A file with that name goes first. */
async function pictureOf(given: string, cwd: string): Promise<CallInput<'explain'>['picture']> {
  const path = resolve(cwd, given)
  const there = await stat(path).catch(() => null)
  return !there && /^\d{1,9}$/.test(given) ? { index: Number(given) } : { path }
}

/** What was asked, what the model says, and what the heat is made from. */
export function explanationLines(
  said: Explanation,
  asked: ExplainMethod,
  out: string,
  paint: Paint,
): string[] {
  const { labels, label, probabilities, method, from, peak, trainedOn } = said
  const rows = labels
    .map((name, i) => ({ name, p: probabilities[i]! }))
    .sort((a, b) => b.p - a.p)
    .slice(0, 5)
    .map(({ name, p }) => [
      name === labels[label] ? { text: plain(name), style: 'bold' as const } : plain(name),
      percent(p),
    ])
  const what =
    method === 'grad-cam'
      ? `Grad-CAM, from the layer ${plain(from)}`
      : `Occlusion, with a patch of ${plain(from)}`
  const none = `Nothing in the picture speaks for ${plain(labels[label]!)}.`
  const most = `Covering the hottest place takes ${percent(peak)} off the probability.`
  return [
    ...table([{ title: 'class' }, { title: 'probability', align: 'right' }], rows, { paint }),
    '',
    `What speaks for ${plain(labels[label]!)}: ${out}`,
    `${what}.`,
    ...(asked !== method ? ['The model has no convolutions, so Grad-CAM has nothing to look at.'] : []),
    ...(peak === 0 ? [none] : method === 'occlusion' ? [most] : []),
    ...(trainedOn
      ? ['The model has trained on this picture, or was chosen by it: it is not new to it.']
      : []),
  ]
}

export function addExplainCommand(program: Command, session: CliSession): void {
  program
    .command('explain')
    .argument('<run>', 'name of a run, or a beginning that only one run has')
    .argument('<picture>', 'a picture file, or the number of a picture of the run’s data')
    .requiredOption('--out <file>', 'a new .png: the picture, and beside it what speaks for the class')
    .option('--method <name>', `how: ${explainMethod.options.join(' or ')}`, 'grad-cam')
    .option('--class <name>', 'the class that is asked about (default: the one the model says)')
    .option('--side <pixels>', 'side of each of the two pictures', wholeNumber(32, 512), 512)
    .description('show where in a picture a model looks')
    .action((given: string, picture: string, flags: Flags, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const method = methodOf(flags.method)
        const out = resolve(session.host.cwd, flags.out)
        if (extname(out).toLowerCase() !== '.png')
          throw new UserError('format-unknown', 'An explanation is written as .png.', {
            hint: 'Name a file that ends in .png.',
          })
        const { run } = findRun(await call('runs.list', {}), given)
        const { run: about } = await call('runs.get', { run })
        const label = flags.class === undefined ? {} : { label: classOf(about.labels, flags.class) }
        const asked = await pictureOf(picture, session.host.cwd)
        const said = await call('explain', {
          run,
          picture: asked,
          method,
          side: flags.side,
          out,
          ...label,
        })
        // The file has the images; the document has the figures.
        const { image: _image, overlay: _overlay, ...figures } = said
        if (terminal.json) return terminal.document({ ...figures, out })
        terminal.print(...explanationLines(said, method, out, terminal.paint))
      }),
    )
}

// cotejo map RUN
import type { Command } from 'commander'
import type { EmbeddingMap } from '../../../contract'
import { wholeNumber } from '../arguments'
import { integer, percent } from '../output/format'
import { table } from '../output/table'
import { plain, type Paint } from '../output/text'
import type { CliSession } from '../session'
import { findRun } from './runs-found'

/** Of each class, how many of its pictures' nearest neighbours on the map are of the same class. */
export function nearestOfClass({
  x,
  y,
  label,
  labels,
}: EmbeddingMap): { name: string; count: number; same: number }[] {
  const classes = labels.map((name) => ({ name, count: 0, same: 0 }))
  for (let i = 0; i < x.length; i++) {
    let nearest = -1
    let least = Infinity
    for (let other = 0; other < x.length; other++) {
      const distance = (x[i]! - x[other]!) ** 2 + (y[i]! - y[other]!) ** 2
      if (other === i || distance >= least) continue
      nearest = other
      least = distance
    }
    const one = classes[label[i]!]!
    one.count++
    if (nearest >= 0 && label[nearest] === label[i]) one.same++
  }
  return classes.filter(({ count }) => count > 0)
}

function mapLines(map: EmbeddingMap, paint: Paint): string[] {
  const columns = [
    { title: 'class' },
    { title: 'pictures', align: 'right' as const },
    { title: 'nearest is of the same class', align: 'right' as const },
  ]
  const rows = nearestOfClass(map).map(({ name, count, same }) => [
    plain(name),
    integer(count),
    percent(same / count),
  ])
  const drawn = map.index.length < map.total ? `${integer(map.index.length)} of ` : ''
  return [
    `${drawn}${integer(map.total)} test pictures in the plane (UMAP of what the last layer is given).`,
    ...(map.trainedOn ? ['The model of a cross-validation has trained on all of them.'] : []),
    '',
    ...table(columns, rows, { paint }),
    '',
    paint('dim', 'The places are in --json; the run’s page draws them.'),
  ]
}

export function addMapCommand(program: Command, session: CliSession): void {
  program
    .command('map')
    .argument('<run>', 'name of a run, or a beginning that only one run has')
    .option('--limit <number>', 'test pictures at most', wholeNumber(10, 5000), 2000)
    .description('lay the test pictures out in the plane, by what a model makes of them')
    .action((given: string, { limit }: { limit: number }, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const { run } = findRun(await call('runs.list', {}), given)
        const map = await call('results.map', { run, limit })
        if (terminal.json) return terminal.document(map)
        terminal.print(...mapLines(map, terminal.paint))
      }),
    )
}

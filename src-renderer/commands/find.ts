// Which commands the palette shows, in which order. Pure.
import { scoreOf } from './search'
import { type Command } from './types'

export interface Group {
  /** Message key; empty for what was found, best first. */
  title: string
  commands: Command[]
}

/** Rows that a person looks at. */
const most = 40

/** Screens and actions before things of which there may be hundreds, where they fit equally well. */
const weight: Record<Command['kind'], number> = { screen: 6, action: 4, run: 2, dataset: 2, base: 0 }

export function findCommands(all: readonly Command[], query: string): Command[] {
  return all
    .flatMap((command) => {
      const score = scoreOf(query, [
        command.title,
        ...(command.note ? [command.note] : []),
        ...(command.words ?? []),
      ])
      return score === null ? [] : [{ command, score: score + weight[command.kind] }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ command }) => command)
}

/** What is shown before anything was typed: what was chosen last, what concerns this screen, where one can go. */
export function usualCommands(all: readonly Command[], recents: readonly string[]): Group[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  const recent = recents.flatMap((id) => byId.get(id) ?? [])
  const others = all.filter((one) => !recent.includes(one))
  const groups = [
    { title: 'commands.recent', commands: recent },
    { title: 'commands.here', commands: others.filter(({ near }) => near) },
    { title: 'commands.screens', commands: others.filter(({ kind, near }) => kind === 'screen' && !near) },
    { title: 'commands.actions', commands: others.filter(({ kind, near }) => kind === 'action' && !near) },
  ]
  return groups.filter(({ commands }) => commands.length > 0)
}

import { describe, expect, it } from 'vitest'
import { findCommands, usualCommands } from './find'
import { readRecents, remember } from './recents'
import { type Command } from './types'

const command = (id: string, kind: Command['kind'], title: string, more: Partial<Command> = {}): Command => ({
  id,
  kind,
  title,
  icon: 'data',
  run: () => {},
  ...more,
})
const all = [
  command('screen:runs', 'screen', 'Entrenamientos'),
  command('run:a', 'run', 'CNN 32 px', { note: 'Mariposas' }),
  command('run:b', 'run', 'Entrenamiento de Ñandú'),
  command('export', 'action', 'Exportar el modelo', { words: ['export', 'onnx'], near: true }),
  command('theme', 'action', 'Tema oscuro'),
]
const ids = (commands: readonly Command[]) => commands.map(({ id }) => id)

describe('the palette', () => {
  it('finds by title, note and other words, screens first where both fit', () => {
    expect(ids(findCommands(all, 'entren'))).toEqual(['screen:runs', 'run:b'])
    expect(ids(findCommands(all, 'nandu'))).toEqual(['run:b'])
    expect(ids(findCommands(all, 'mariposa'))).toEqual(['run:a'])
    expect(ids(findCommands(all, 'onnx'))).toEqual(['export'])
    expect(findCommands(all, 'qqq')).toEqual([])
  })

  it('shows the recent ones first, each once, and no run that was not chosen before', () => {
    const groups = usualCommands(all, ['theme', 'gone', 'run:a'])
    expect(groups.map(({ title, commands }) => [title, ids(commands)])).toEqual([
      ['commands.recent', ['theme', 'run:a']],
      ['commands.here', ['export']],
      ['commands.screens', ['screen:runs']],
    ])
  })
})

describe('recents', () => {
  it('are kept, the last first, each once, and a damaged list is no list', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    for (const id of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g']) remember(id, storage)
    expect(readRecents(storage)).toEqual(['g', 'f', 'e', 'd', 'c', 'a'])
    expect(readRecents({ getItem: () => '{' })).toEqual([])
  })
})

// Calls about what was removed: what there is, bringing it back, deleting it for good.
import { join } from 'node:path'
import { type CallName, type TrashItem } from '../../contract'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = Extract<CallName, `trash.${string}`>

export function trashHandlers({ library, runs, emit }: Services): Pick<Handlers, Names> {
  const { trash, paths } = library

  function placeOf({ kind, id }: TrashItem): string {
    if (kind === 'run') return paths.run(id)
    return kind === 'dataset' ? paths.dataset(id) : join(paths.bases, id)
  }

  async function tell({ kind, id }: TrashItem): Promise<void> {
    if (kind === 'dataset') emit({ event: 'data.changed' })
    if (kind === 'base') emit({ event: 'bases.changed' })
    if (kind !== 'run') return
    runs.reread(id)
    emit({ event: 'run.changed', summary: await runs.summary(id) })
  }

  return {
    'trash.list': () => trash.list(),

    'trash.restore': async ({ item }) => {
      await library.checkWritable()
      const restored = await trash.restore(item, placeOf(await trash.get(item)))
      await tell(restored)
      emit({ event: 'trash.changed' })
      return restored
    },

    'trash.empty': async ({ item }) => {
      await library.checkWritable()
      const deleted = await trash.empty(item)
      emit({ event: 'trash.changed' })
      return { deleted }
    },
  }
}

// What changes the bases of the library besides installing one: importing a file, removing.
import { type Architecture, type BaseInfo } from '../../src-main/contract'
import { useApi } from '../api'
import { useBases } from '../stores/bases'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'
import { useTrash } from '../stores/trash'

/** A weights file: its path where the engine can read it, else the file itself, to be sent. */
export type ChosenWeights = { name: string; path: string } | { name: string; file: File }

export const IMPORT = 'import-base'

export function useBaseChanges() {
  const api = useApi()
  const bases = useBases()
  const tasks = useTasks()
  const notices = useNotices()
  const trash = useTrash()

  /** @throws what went wrong, for the dialog to say beside what was chosen */
  async function take(chosen: ChosenWeights, architecture: Architecture, alpha: number): Promise<void> {
    const base = await tasks.run(IMPORT, 'bases.importing', { name: chosen.name }, async (options) => {
      const source =
        'path' in chosen
          ? { kind: 'file' as const, path: chosen.path }
          : {
              kind: 'upload' as const,
              upload: await api.upload!([{ path: chosen.name, file: chosen.file }], options),
            }
      return api.call('bases.import', { architecture, alpha, source }, options)
    })
    await bases.refresh()
    notices.done('bases.imported', { name: base.title })
  }

  async function remove(base: BaseInfo): Promise<void> {
    try {
      const item = await api.call('bases.remove', { base: base.id })
      if (item) trash.removed(item)
      else notices.done('bases.partRemoved', { name: base.title })
    } catch (error) {
      notices.error(error)
    }
    await bases.refresh().catch((error: unknown) => notices.error(error))
  }

  return { take, remove }
}

// Keeps the stores in step with the main side: all is asked for again whenever the connection comes (back).
import { type Api } from '../api'
import { useBases } from './bases'
import { useConnection } from './connection'
import { useDatasets } from './datasets'
import { useNotices } from './notices'
import { useQueue } from './queue'
import { useRuns } from './runs'
import { useTrash } from './trash'

export function keepInStep(api: Api): void {
  const connection = useConnection()
  const notices = useNotices()
  const bases = useBases()
  // Asking for the bases starts the engine: that waits until a screen shows them.
  const shownBases = { refresh: async () => (bases.loaded ? bases.refresh() : undefined) }
  const stores = [connection, useDatasets(), useRuns(), useQueue(), useTrash(), shownBases]
  api.watchConnection((state) => {
    connection.state = state
    if (state !== 'open') return
    for (const store of stores) store.refresh().catch((error: unknown) => notices.error(error))
  })
}

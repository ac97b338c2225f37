// Chooses the host once, at the start; everything else asks `useApi()`.
import { createElectronApi } from './electron'
import { type Api } from './types'
import { createWebApi } from './web'

export { ConnectionLost } from './client'
export {
  bringsClasses,
  chosenFiles,
  droppedFiles,
  isArchive,
  isTable,
  readChosen,
  readDropped,
  withoutEnding,
  type DroppedFolder,
} from './dropped'
export type { Api, CallOptions, ConnectionState, FileChoice, UploadFile } from './types'

let current: Api | null = null

export function startApi(page: Window): Api {
  current = page.cotejo ? createElectronApi(page.cotejo) : createWebApi(page)
  return current
}

export function useApi(): Api {
  if (!current) throw new Error('startApi() was not called')
  return current
}

// The desktop app: frames go through the preload's bridge, paths come from the system's own dialogs.
import { shellCommand } from '../../src-main/contract'
import { createClient } from './client'
import { type Api, type Bridge } from './types'

/** Structured clone refuses Vue's proxies; JSON is what the contract can carry anyway. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export function createElectronApi(bridge: Bridge): Api {
  const client = createClient((frame) => bridge.call(plain(frame)))
  bridge.onReply((frame) => client.receive(frame))
  bridge.onEvent((event) => client.receiveEvent(event))
  return {
    host: 'electron',
    call: client.call,
    listen: client.listen,
    watchConnection(listener) {
      listener('open')
      return () => undefined
    },
    thumbnailUrl: (dataset, index, side = 160) =>
      `/thumbnail/${encodeURIComponent(dataset)}/${index}?side=${side}`,
    chooseFolder: () => bridge.chooseFolder(),
    chooseFiles: (options) => bridge.chooseFiles(options),
    openFolder: (path) => bridge.openFolder(path),
    pathsForFiles: (files) => files.map((file) => bridge.pathForFile(file)).filter((path) => path !== ''),
    upload: null,
    downloadUrl: null,
    shell: {
      setLanguage: (language) => bridge.setLanguage(language),
      onCommand: (listener) =>
        bridge.onCommand((raw) => {
          const command = shellCommand.safeParse(raw)
          if (command.success) listener(command.data)
        }),
    },
  }
}

// A browser at the serve host: frames over a WebSocket, files and pictures over HTTP, all on the page's own origin.
import { ConnectionLost, createClient } from './client'
import { createSocket } from './socket'
import { takeToken } from './token'
import { type Api } from './types'
import { sendFiles } from './upload'

export function createWebApi(page: Window): Api {
  const token = takeToken(page)
  const query = `token=${encodeURIComponent(token)}`
  const origin = page.location.origin.replace(/^http/, 'ws')

  const client = createClient((frame) => {
    try {
      socket.send(JSON.stringify(frame))
    } catch {
      throw new ConnectionLost()
    }
  })
  const socket = createSocket(`${origin}/api?${query}`, {
    onLost: () => client.fail(new ConnectionLost()),
    // Any address that asks for the token will do; what it answers otherwise does not matter.
    isRefused: async () => [401, 403].includes((await fetch(`/thumbnail/none/0?${query}`)).status),
    onMessage(text) {
      let message: unknown
      try {
        message = JSON.parse(text)
      } catch {
        return
      }
      if (typeof message === 'object' && message !== null && 'event' in message) client.receiveEvent(message)
      else client.receive(message)
    },
  })

  return {
    host: 'web',
    call: client.call,
    listen: client.listen,
    watchConnection: socket.watch,
    thumbnailUrl: (dataset, index, side = 160) =>
      `/thumbnail/${encodeURIComponent(dataset)}/${index}?side=${side}&${query}`,
    chooseFolder: null,
    chooseFiles: null,
    openFolder: null,
    pathsForFiles: null,
    upload: (files, options) => sendFiles(files, token, options),
    downloadUrl: (name, ending = 'zip') => `/download/${encodeURIComponent(name)}.${ending}?${query}`,
  }
}

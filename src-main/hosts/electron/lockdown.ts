// What pages may not do, whichever window they are in: leave, open windows, ask for permissions, reach the network.
import { app, session } from 'electron'
import { isAllowedNavigation, isAllowedRequest, isOurs } from './addresses'

/** Copying text is the one thing that our page may ask for. */
const isGranted = (permission: string, url: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOurs(url)

/** Call when Electron is ready, before the first window. */
export function lockDown(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  )
  own.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }))
  own.on('will-download', (event) => event.preventDefault())

  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (!isAllowedNavigation(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isAllowedNavigation(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}

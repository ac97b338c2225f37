// What pages may not do, whichever window they are in: leave, open windows, ask for permissions, reach the network.
import { app, session, systemPreferences } from 'electron'
import { isAllowedNavigation, isAllowedRequest } from './addresses'
import { isGranted, isOwnFile } from './permissions'

/** Call when Electron is ready, before the first window. */
export function lockDown(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = ('mediaTypes' in details && details.mediaTypes) || []
    const { requestingUrl: url, isMainFrame } = details
    if (!isGranted({ permission, url, isMainFrame, media })) return answer(false)
    // macOS asks the person itself, once.
    if (permission !== 'media' || process.platform !== 'darwin') return answer(true)
    systemPreferences.askForMediaAccess('camera').then(answer, () => answer(false))
  })
  own.setPermissionCheckHandler((_contents, permission, url, { isMainFrame, mediaType }) =>
    isGranted({ permission, url, isMainFrame, media: mediaType ? [mediaType] : [] }),
  )
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }))
  own.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })

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

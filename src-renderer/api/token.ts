// The secret that the serve host puts into the address it prints. It is moved out of the address bar at once,
// so that it does not end up in bookmarks, screenshots or the browser's history.
const key = 'cotejo.token'

/** @returns the token, or an empty string where there is none. Cleans the address bar. */
export function takeToken(page: Window): string {
  const url = new URL(page.location.href)
  const inQuery = url.searchParams.get('token')
  const inHash = /^#\/?\??token=([^&]+)$/.exec(url.hash)?.[1]
  const token = inQuery ?? (inHash && decodeURIComponent(inHash))
  if (token) {
    page.sessionStorage.setItem(key, token)
    url.searchParams.delete('token')
    if (inHash) url.hash = ''
    page.history.replaceState(page.history.state, '', url.href)
  }
  return token ?? page.sessionStorage.getItem(key) ?? ''
}

// The two worlds of a page: the preload's, which is isolated, and the page's own. They share the document and talk by
// its events, whose details are cloned from world to world. Both functions are injected as source.
/* global Blob, CustomEvent, DOMException, File, location, navigator */

/** One end of the bridge between the worlds: values are copied, functions and promises stand for themselves. */
export function bridgeEnd(mine, theirs) {
  const kept = new Map()
  const waiting = new Map()
  const heard = new Map()
  let last = 0
  let reply

  const say = (detail) => document.dispatchEvent(new CustomEvent(`stand-in:${theirs}`, { detail }))
  const keep = (it) => (kept.set(++last, it), last)

  function copy(value, depth = 0) {
    if (depth > 1000) throw new TypeError('Electron contextBridge recursion depth exceeded.')
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
    if (typeof value === 'function') return { bridged: 'function', id: keep(value) }
    if (value === null || typeof value !== 'object') return value
    if (value instanceof Promise) {
      const id = ++last
      const settle = (ok) => (result) =>
        say({ say: 'settle', id, ok, value: ok ? copy(result) : String(result?.message ?? result) })
      value.then(settle(true), settle(false))
      return { bridged: 'promise', id }
    }
    if (value instanceof Error) return { bridged: 'error', message: value.message }
    if (Array.isArray(value)) return value.map((one) => copy(one, depth + 1))
    if (
      value instanceof Blob ||
      value instanceof Date ||
      value instanceof ArrayBuffer ||
      ArrayBuffer.isView(value)
    )
      return value
    return Object.fromEntries(Object.keys(value).map((key) => [key, copy(value[key], depth + 1)]))
  }

  function open(value) {
    if (value === null || typeof value !== 'object') return value
    if (value.bridged === 'error') return new Error(value.message)
    if (value.bridged === 'promise')
      return new Promise((resolve, reject) => waiting.set(value.id, { resolve, reject }))
    if (value.bridged === 'function') {
      return (...args) => {
        say({ say: 'call', id: value.id, args: args.map((one) => copy(one)) })
        const { ok, value: result } = reply
        if (!ok) throw new Error(result)
        return open(result)
      }
    }
    if (Array.isArray(value)) return Object.freeze(value.map(open))
    if (Object.getPrototypeOf(value) !== Object.prototype) return value
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, open(one)])))
  }

  document.addEventListener(`stand-in:${mine}`, ({ detail }) => {
    if (detail.say === 'reply') reply = detail
    else if (detail.say === 'settle') {
      const { resolve, reject } = waiting.get(detail.id)
      waiting.delete(detail.id)
      if (detail.ok) resolve(open(detail.value))
      else reject(new Error(detail.value))
    } else if (detail.say === 'call') {
      let answer
      try {
        answer = { say: 'reply', ok: true, value: copy(kept.get(detail.id)(...detail.args.map(open))) }
      } catch (error) {
        answer = { say: 'reply', ok: false, value: String(error?.message ?? error) }
      }
      say(answer)
    } else heard.get(detail.say)?.(detail)
  })
  return { say, copy, open, on: (name, listener) => heard.set(name, listener) }
}

/** The preload's world: what a sandboxed preload can require, and nothing else. */
export function preloadWorld(bridgeEnd, { encode, decode }, tell, preload) {
  if (window !== window.top) return
  const end = bridgeEnd('preload', 'page')
  const document = Math.random().toString(36).slice(2)
  const listeners = new Map()
  const invoked = new Map()
  let dropped = []
  let last = 0
  const say = (message) => tell(JSON.stringify({ document, ...message }))

  const exposed = []
  end.on('hello', () => exposed.forEach((one) => end.say(one)))
  const electron = {
    contextBridge: {
      exposeInMainWorld(key, api) {
        if (exposed.some((one) => one.key === key))
          throw new Error(`Cannot bind an API on top of an existing property on the window object`)
        exposed.push({ say: 'expose', key, api: end.copy(api) })
        end.say(exposed.at(-1))
      },
    },
    ipcRenderer: {
      on(channel, listener) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
        return electron.ipcRenderer
      },
      send: (channel, ...args) => say({ kind: 'send', channel, data: encode(args) }),
      invoke(channel, ...args) {
        const id = ++last
        // As in Electron, what cannot be cloned throws here and now.
        const data = encode(args)
        return new Promise((resolve, reject) => {
          invoked.set(id, { resolve, reject })
          say({ kind: 'invoke', id, channel, data })
        })
      },
    },
    webUtils: {
      getPathForFile(file) {
        if (!(file instanceof File)) throw new TypeError('getPathForFile expects a File')
        return dropped.find(({ name }) => name === file.name)?.path ?? ''
      },
    },
  }
  globalThis.standIn = {
    receive: (channel, data) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...decode(data))
    },
    answer: (id, ok, data) => {
      const { resolve, reject } = invoked.get(id)
      invoked.delete(id)
      if (ok) resolve(decode(data))
      else reject(new Error(data))
    },
    drop: (files) => (dropped = files),
  }
  say({ kind: 'document', url: location.href })
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  try {
    const module = { exports: {} }
    preload(require, module, module.exports)
  } catch (error) {
    say({ kind: 'preload-error', message: String(error?.stack ?? error) })
  }
}

/** The page's own world: what the preload exposes, and permissions that are the main side's to give. */
export function pageWorld(bridgeEnd) {
  if (window !== window.top) return
  const end = bridgeEnd('page', 'preload')
  end.on('expose', ({ key, api }) => {
    if (key in window) return
    Object.defineProperty(window, key, { value: end.open(api), enumerable: true })
  })
  end.say({ say: 'hello' })

  const ask = window.standInPermission
  delete window.standInPermission
  const denied = () => new DOMException('Permission denied', 'NotAllowedError')
  const { mediaDevices, clipboard, geolocation } = navigator
  if (mediaDevices) {
    const original = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints = {}) => {
      const mediaTypes = ['video', 'audio'].filter((kind) => constraints[kind])
      if (!(await ask('media', { mediaTypes }))) throw denied()
      return original(constraints)
    }
  }
  if (clipboard) {
    clipboard.writeText = async (text) => {
      if (!(await ask('clipboard-sanitized-write', { text: String(text) }))) throw denied()
    }
    clipboard.readText = async () => {
      if (!(await ask('clipboard-read', {}))) throw denied()
      return ''
    }
  }
  geolocation.getCurrentPosition = async (_done, fail) => {
    await ask('geolocation', {})
    fail?.({ code: 1, message: 'User denied Geolocation' })
  }
}

// How often Dawn's binding looks whether the device has done what is waited for. By itself it looks again as soon as Node
// has nothing else to do, which keeps one core and the garbage collector busy for as long as anything is awaited. It asks
// for that through the global `setImmediate`, where it can be told to take its time.

/** A wait this long is looked after as often as can be: a step of a fast card loses nothing. In milliseconds. */
const EAGER = 20
/** Between two looks afterwards, in milliseconds: the next step is queued by then. */
const PAUSE = 1

let waitedSince = 0

/** To be called when the device is asked for something that will be waited for. */
export function expectSoon(): void {
  waitedSince = performance.now()
}

/** A function that a native addon made: of this text, and other than a promise's, with a prototype. */
const isNative = (callback: unknown): boolean =>
  typeof callback === 'function' &&
  callback.length === 0 &&
  callback.name === '' &&
  'prototype' in callback &&
  Function.prototype.toString.call(callback) === 'function () { [native code] }'

/**
 * Puts a `setImmediate` into a scope that lets callbacks of native addons wait, where the device has been waited for a
 * while; all others are called as ever.
 */
export function calmPolling(scope: { setImmediate: typeof setImmediate } = globalThis): void {
  const immediately = scope.setImmediate
  const calm = (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
    isNative(callback) && performance.now() - waitedSince > EAGER
      ? setTimeout(callback, PAUSE, ...args)
      : immediately(callback, ...args)
  scope.setImmediate = Object.assign(calm, immediately) as unknown as typeof setImmediate
}

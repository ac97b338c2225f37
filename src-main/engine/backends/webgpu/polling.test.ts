import { afterEach, expect, test, vi } from 'vitest'
import { calmPolling, expectSoon } from './polling'

afterEach(() => vi.useRealTimers())

/** What a native addon makes looks like this: text, name, length and prototype. */
function nativeLike(done: () => void): () => void {
  const made = function () {
    done()
  }
  Object.defineProperty(made, 'name', { value: '' })
  const text = Function.prototype.toString
  vi.spyOn(Function.prototype, 'toString').mockImplementation(function (this: () => void) {
    return this === made ? 'function () { [native code] }' : text.call(this)
  })
  return made
}

test('a native callback is called at once while a wait is young, and takes its time later', () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] })
  const immediately = vi.fn()
  const scope = { setImmediate: immediately as unknown as typeof setImmediate }
  calmPolling(scope)
  const looked = vi.fn()
  const native = nativeLike(looked)
  expectSoon()
  scope.setImmediate(native)
  vi.advanceTimersByTime(19)
  scope.setImmediate(native)
  expect(immediately).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(2)
  scope.setImmediate(native)
  expect(immediately).toHaveBeenCalledTimes(2)
  expect(looked).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(looked).toHaveBeenCalledTimes(1)
  expectSoon()
  scope.setImmediate(native)
  expect(immediately).toHaveBeenCalledTimes(3)
})

test('callbacks of others are called at once whatever is waited for: functions, and those that resolve promises', () => {
  const immediately = vi.fn()
  const scope = { setImmediate: immediately as unknown as typeof setImmediate }
  calmPolling(scope)
  const others = [() => {}, function () {}, function named() {}, class {}.prototype.constructor as () => void]
  void new Promise<void>((resolve) => others.push(resolve))
  for (const one of others) (scope.setImmediate as (...args: unknown[]) => void)(one, 'argument')
  expect(immediately.mock.calls).toEqual(others.map((one) => [one, 'argument']))
})

// The engine's entry: a plain Node program that a host starts with an IPC channel. Messages in, events out.
// It ends when it is told to, and by itself when whoever started it is gone.
import { constants, setPriority } from 'node:os'
import { engineInput, type EngineOutput } from '../contract'
import { MEASURE } from './choice/messages'
import { takeSteps } from './choice/stepping'
import { createDispatcher } from './dispatch'
import { createHandlers, type Outlet } from './handlers'

function send(message: EngineOutput): void {
  if (process.connected) process.send?.(message)
}

function main(): void {
  if (!process.send) {
    process.stderr.write('This is the engine of Cotejo; it is started by the app. Try: npm start\n')
    process.exitCode = 2
    return
  }
  if (process.argv[2] === MEASURE) return takeSteps()
  yieldToTheWindow()
  const outlet: Outlet = {
    record: (run, record) => send({ event: 'record', run, record }),
    backend: (backend, device) => send({ event: 'backend', backend, device }),
    log: (level, message) => send({ event: 'log', level, message }),
  }
  const handlers = createHandlers(outlet, process.argv[1])
  const dispatcher = createDispatcher(handlers, send)

  process.on('message', (raw) => {
    const message = engineInput.safeParse(raw)
    if (!message.success) {
      send({ event: 'log', level: 'error', message: `A message that is not one: ${message.error.message}` })
    } else if ('stop' in message.data) {
      void stop()
    } else {
      dispatcher.receive(message.data)
    }
  })
  process.on('disconnect', () => process.exit(0))
  // Ctrl-C in a terminal reaches the whole process group; the host decides what it means and tells us.
  process.on('SIGINT', () => {})
  process.on('unhandledRejection', (reason) => {
    send({ event: 'log', level: 'error', message: `Unhandled: ${describe(reason)}` })
  })

  async function stop(): Promise<void> {
    await dispatcher.close()
    process.exit(0)
  }

  send({ event: 'ready', pid: process.pid })
}

/** Training takes all cores: what draws the window goes first. Threads that start later inherit this. */
function yieldToTheWindow(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Not allowed in some sandboxes; then all processes are alike.
  }
}

function describe(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

main()

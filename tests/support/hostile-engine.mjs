// An engine that lies: floods app with frames that are none, forged answers and records of runs that it was not given,
// before and after each proper answer. Which ones is up to HOSTILE_SEED.
let state = Number(process.env.HOSTILE_SEED ?? 1)
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 4294967296
}
const of = (all) => all[Math.floor(random() * all.length)]
const some = () =>
  of([0, -1, 1.5, null, true, '', 'x', '../..', '__proto__', [], {}, [[]], { id: 99 }, 'y'.repeat(2000)])
const junk = () =>
  of([
    some,
    () => ({
      id: of([1, 2, 3, 99, -1, 'x', null]),
      progress: of([some(), { stage: 'scan', done: -1, total: some() }]),
    }),
    () => ({ id: of([50, 99, -1, '1']), result: some() }),
    () => ({ id: of([50, 99, -1, {}]), error: of([some(), { code: some(), message: some() }]) }),
    () => ({
      event: of(['ready', 'record', 'backend', 'log', 'x', 1]),
      run: some(),
      record: some(),
      level: some(),
      message: some(),
    }),
    () => ({ event: 'record', run: '../../x', record: { type: 'end', seq: 0, t: 0, status: 'done' } }),
    () => ({ event: 'record', run: 'not-mine', record: { type: 'epoch', seq: some() } }),
    () => ({ event: 'log', level: 'info', message: 'z'.repeat(5000) }),
    () => ({ id: 99, call: 'data.import', params: {} }),
    () => ({ stop: true }),
  ])()
const send = (frame) => process.connected && process.send(frame ?? null)
const flood = (count) => {
  for (let at = 0; at < count; at++) send(junk())
}

process.on('disconnect', () => process.exit(0))
process.on('message', (frame) => {
  if (frame.stop) process.exit(0)
  if (!frame.call) return
  flood(1000)
  if (frame.call === 'packs.list') send({ id: frame.id, result: [] })
  else send({ id: frame.id, result: some() })
  flood(100)
})
send({ event: 'ready', pid: process.pid })

// What can be done with runs from anywhere: with the one on the screen, with the one that trains, with those chosen.
import { useRoute, useRouter } from 'vue-router'
import { type RunSummary } from '../../src-main/contract'
import { useApi } from '../api'
import { useText } from '../format/useText'
import { useChosen } from '../stores/chosen'
import { useNotices } from '../stores/notices'
import { useQueue } from '../stores/queue'
import { useRuns } from '../stores/runs'
import { type Command } from './types'

export function useRunCommands() {
  const api = useApi()
  const route = useRoute()
  const router = useRouter()
  const runs = useRuns()
  const queue = useQueue()
  const chosen = useChosen()
  const notices = useNotices()
  const { t } = useText()

  const action = (
    id: string,
    icon: Command['icon'],
    run: Command['run'],
    more: Partial<Command> = {},
  ): Command => ({
    id,
    kind: 'action',
    title: t(`commands.do.${id}`),
    icon,
    run,
    ...more,
  })
  const ask = (call: 'runs.pause' | 'runs.resume', run: string) => async (): Promise<void> => {
    await api.call(call, { run }).catch(notices.error)
  }
  const stop = (run: RunSummary) => async (): Promise<void> => {
    await runs.stop(run).catch(notices.error)
  }
  /** A dialog of the run's page, opened by its address. */
  const open = (run: RunSummary, what: string) => async (): Promise<void> => {
    await router.push({ name: 'run', params: { id: run.run }, query: { ...route.query, do: what } })
  }

  function ofOne(run: RunSummary, near: boolean): Command[] {
    const about = { near, note: run.name }
    if (run.status === 'running')
      return [
        action('pause', 'pause', ask('runs.pause', run.run), { ...about, shortcut: 'pause' }),
        action('stop', 'stop', stop(run), about),
      ]
    if (run.status === 'paused')
      return [
        action('resume', 'play', ask('runs.resume', run.run), { ...about, shortcut: 'pause' }),
        action('stop', 'stop', stop(run), about),
      ]
    if (run.status === 'queued') return [action('takeOut', 'close', () => queue.takeOut(run), about)]
    const resumable = run.status === 'cancelled' || run.status === 'crashed'
    return [
      ...(run.status === 'done'
        ? [
            action('export', 'export', open(run, 'export'), {
              ...about,
              shortcut: 'export',
              words: ['onnx', 'keras', 'tensorflow', 'tflite', 'core ml'],
            }),
            action('report', 'runs', open(run, 'report'), {
              ...about,
              shortcut: 'report',
              words: ['pdf', 'html', 'markdown', 'notebook'],
            }),
            action(
              'try',
              'predict',
              () => void router.push({ name: 'predict', query: { run: run.run } }),
              about,
            ),
          ]
        : []),
      ...(resumable
        ? [action('resume', 'play', ask('runs.resume', run.run), { ...about, shortcut: 'pause' })]
        : []),
      action('rename', 'pencil', open(run, 'rename'), about),
      action(
        'remove',
        'trash',
        async () => {
          await runs.remove(run)
          if (route.name === 'run') await router.push({ name: 'runs' })
        },
        about,
      ),
    ]
  }

  const compare = (ids: readonly string[]) => (): void =>
    void router.push({ name: 'compare', query: { runs: ids.join(',') } })

  function queueCommands(): Command[] {
    const waiting = queue.waiting.length
    return [
      ...(waiting > queue.heldCount ? [action('holdAll', 'pause', () => queue.hold(true))] : []),
      ...(queue.heldCount > 0 ? [action('releaseAll', 'play', () => queue.hold(false))] : []),
    ]
  }

  return (): Command[] => {
    const here = route.name === 'run' ? runs.byId.get(String(route.params.id)) : undefined
    const training = runs.current
    const latest = runs.list.filter(({ testAccuracy }) => testAccuracy !== null).slice(0, 2)
    return [
      ...(here ? ofOne(here, true) : []),
      ...(training && training.run !== here?.run ? ofOne(training, route.name !== 'run') : []),
      ...(chosen.still.length > 0
        ? [action('compareChosen', 'compare', compare(chosen.still), { near: true })]
        : []),
      ...(latest.length === 2
        ? [action('compareLatest', 'compare', compare(latest.map(({ run }) => run).reverse()))]
        : []),
      ...queueCommands(),
    ]
  }
}

/** What a run is found by, besides its name. */
export const runWords = (run: RunSummary): string[] => [run.datasetName, run.model, run.run]

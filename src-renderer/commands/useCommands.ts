// Everything that the command palette can do now: where to go, what there is, what can be done.
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useApi } from '../api'
import { useImport } from '../data/useImport'
import { useText } from '../format/useText'
import { useBases } from '../stores/bases'
import { useDatasets } from '../stores/datasets'
import { useRuns } from '../stores/runs'
import { places } from './places'
import { type Command } from './types'
import { useInterfaceCommands } from './useInterfaceCommands'
import { runWords, useRunCommands } from './useRunCommands'

export function useCommands() {
  const api = useApi()
  const route = useRoute()
  const router = useRouter()
  const runs = useRuns()
  const datasets = useDatasets()
  const bases = useBases()
  const { importSample, importPaths } = useImport()
  const runCommands = useRunCommands()
  const { commands: interfaceCommands } = useInterfaceCommands()
  const { t, tn, f } = useText()

  async function importFolder(): Promise<void> {
    if (api.chooseFolder) {
      const path = await api.chooseFolder()
      if (path) await importPaths([path])
      return
    }
    // A browser asks for files only where a person clicks: this leads there.
    await router.push({ name: 'data', query: { do: 'import' } })
  }

  const screens = (): Command[] =>
    places.map(({ name, icon, shortcut }) => ({
      id: `screen:${name}`,
      kind: 'screen',
      title: t(`nav.${name}`),
      icon,
      shortcut,
      run: () => void router.push({ name }),
    }))

  const dataCommands = (): Command[] => {
    const here = route.name === 'dataset' ? datasets.list.find(({ id }) => id === route.params.id) : undefined
    return [
      ...(here
        ? [
            {
              id: 'train-here',
              kind: 'action' as const,
              title: t('data.trainOn'),
              note: here.name,
              icon: 'train' as const,
              near: true,
              run: () => void router.push({ name: 'train', query: { data: here.id } }),
            },
          ]
        : []),
      {
        id: 'import-folder',
        kind: 'action',
        title: t('commands.do.importFolder'),
        icon: 'folder',
        words: ['zip'],
        run: importFolder,
      },
      {
        id: 'import-sample',
        kind: 'action',
        title: t('commands.do.importSample'),
        icon: 'data',
        run: importSample,
      },
    ]
  }

  const things = (): Command[] => [
    ...runs.list.map((run): Command => ({
      id: `run:${run.run}`,
      kind: 'run',
      title: run.name,
      note:
        run.testAccuracy === null
          ? `${run.datasetName} · ${t(`status.${run.status}`)}`
          : `${run.datasetName} · ${f.value.percent(run.testAccuracy)}`,
      icon: 'runs',
      words: runWords(run),
      run: () => void router.push({ name: 'run', params: { id: run.run } }),
    })),
    ...datasets.list.map((dataset): Command => ({
      id: `dataset:${dataset.id}`,
      kind: 'dataset',
      title: dataset.name,
      note: tn('data.pictures', dataset.images.total),
      icon: 'data',
      words: [dataset.id],
      run: () => void router.push({ name: 'dataset', params: { id: dataset.id } }),
    })),
    ...bases.list.map((base): Command => ({
      id: `base:${base.id}`,
      kind: 'base',
      title: base.title,
      note: f.value.bytes(base.bytes),
      icon: 'bases',
      words: [base.id],
      run: () => void router.push({ name: 'bases', query: { base: base.id } }),
    })),
  ]

  return computed(() => [
    ...screens(),
    ...runCommands(),
    ...dataCommands(),
    ...interfaceCommands(),
    ...things(),
  ])
}

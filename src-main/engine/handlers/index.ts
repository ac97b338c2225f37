// One handler a call: what the engine does when app asks.
import type { BackendName, RunRecord } from '../../contract'
import { createBackends } from '../backends/choose'
import { forgetMeasurements } from '../choice/kept'
import { stepsInProcess } from '../choice/process'
import { installPack } from '../backends/tensorflow/packs/install'
import { listPacks } from '../backends/tensorflow/packs/list'
import { removePack } from '../backends/tensorflow/packs/remove'
import { forgetTable } from '../backends/webgpu'
import { bringContestant, inspectContestant } from '../contestant/bring'
import { addPictures } from '../data/add'
import { importDataset } from '../data/import'
import { decide, undo } from '../data/open'
import { thumbnail } from '../data/thumbnail'
import type { EngineHandlers } from '../dispatch'
import { compareRuns, readAhead, runCurves, runFigures } from '../evaluation'
import { findPictures } from '../evaluation/pictures'
import { explainPicture } from '../explain'
import { embeddingMap } from '../explain/map'
import { exportRun, exportSeveral } from '../export'
import { describeModel } from '../models/describe'
import { forgetModels } from '../models/pool'
import { predictPictures } from '../predict'
import { predictFiles } from '../predict-files'
import { previewAugmentation } from '../preview'
import { writeReport } from '../report'
import { baseHandlers } from './bases'
import { createDoctor } from './doctor'
import { createTrainer } from './train'

/** What the engine says unasked. */
export interface Outlet {
  record(run: string, record: RunRecord): void
  backend(name: BackendName, device: string): void
  log(level: 'info' | 'warn' | 'error', message: string): void
}

/** @param program the engine's own, started anew to measure backends; null measures none */
export function createHandlers(out: Outlet, program: string | null = null): EngineHandlers {
  const backends = createBackends(
    (compute) => {
      // Models that are kept have their weights on the backend before; not every one lets them be read at once.
      forgetModels()
      out.backend(compute.name, compute.device)
    },
    (message) => out.log('warn', message),
  )
  const trainer = createTrainer(backends, out, program === null ? null : stepsInProcess(program))
  const doctor = createDoctor(backends, trainer.busy)

  return {
    doctor,
    'speeds.forget': async ({ packs }) => {
      await forgetTable(packs)
      return { forgotten: await forgetMeasurements(packs) }
    },
    'data.import': importDataset,
    'data.add': addPictures,
    'data.decide': decide,
    'data.undo': undo,
    'data.thumbnail': ({ folder, index, side }) => thumbnail(folder, index, side),
    'augment.preview': async (params, task) =>
      previewAugmentation(params, await trainer.borrow(params.packs), task),
    'models.describe': async ({ model, trainable, ...input }) => describeModel(model, input, trainable),
    ...baseHandlers,
    'run.train': (params, task) => {
      // A training needs the memory that models of earlier runs are kept in.
      forgetModels()
      return trainer.train(params, task)
    },
    'contestant.inspect': inspectContestant,
    'contestant.bring': async (params, task) =>
      bringContestant(params, await trainer.borrow(params.packs), task),
    'run.pause': trainer.pause,
    'run.resume': trainer.resume,
    'run.cancel': trainer.cancel,
    'run.figures': runFigures,
    'run.curves': runCurves,
    compare: compareRuns,
    'compare.ahead': readAhead,
    'results.pictures': findPictures,
    'results.map': async (params, task) => embeddingMap(params, await trainer.borrow(params.packs), task),
    explain: async (params, task) => explainPicture(params, await trainer.borrow(params.packs), task),
    predict: async (params, task) => predictPictures(params, await trainer.borrow(params.packs), task),
    'predict.files': async (params, task) => predictFiles(params, await trainer.borrow(params.packs), task),
    export: async (params, task) => {
      // The export is compared with the run's model on pictures, which takes a backend that is no slower than need be.
      await trainer.borrow(params.packs)
      return exportRun(params, task)
    },
    exports: async (params, task) => {
      await trainer.borrow(params.packs)
      return exportSeveral(params, task)
    },
    report: async (params, task) =>
      writeReport(params, await trainer.borrow(params.packs).catch(() => null), task),
    'packs.list': ({ packs }) => listPacks(packs),
    'packs.install': async ({ packs, pack, wheel }, task) => {
      await installPack(packs, pack, wheel, task)
      return packNamed(packs, pack)
    },
    'packs.remove': async ({ packs, pack }) => {
      await removePack(packs, pack)
      return packNamed(packs, pack)
    },
  }
}

async function packNamed(packs: string, name: string) {
  const found = (await listPacks(packs)).find((pack) => pack.name === name)
  if (!found) throw new Error(`No pack is called ${name}.`)
  return found
}

// The calls between app and the engine process. Paths are absolute and chosen by app: the engine knows no library.
import { z } from './zod'
import { previewRequest, previewResult } from './augmentation'
import { architecture, baseId, baseInfo, baseRecord } from './base'
import { count, path, pixels, progress, seed } from './common'
import { dataset, importOptions, sampleClasses } from './dataset'
import { comparison, runFigures } from './comparison'
import { contestantAnswers, contestantFound, importedModel } from './contestant'
import { trainablePart } from './plan'
import { reportOptions, reportResult } from './document'
import { backendName, keptMeasurement } from './backend'
import { backendReport, machineFinding } from './doctor'
import { errorShape } from './errors'
import { runCurves } from './figures'
import { modelChoice, modelSummary, preprocessing } from './model'
import { packInfo, packName } from './pack'
import { filesPredictions } from './predict-files'
import { exportFormat, exportResult, exportsResult, picture, predictions } from './prediction'
import { decision, importReport } from './report'
import {
  embeddingMap,
  explainRequest,
  explanation,
  judgedPictures,
  pictureQuestion,
  testedRun,
} from './results'
import { evaluation, run, runRecord, runSummary, trainedRun } from './run'

const none = z.object({})
/** A folder or an archive. `owned`: it is the library's and lies in the dataset's own folder. */
const sourcePath = z.object({ path, owned: z.boolean() })

export const engineCalls = {
  /** Backends and devices; with `measure`, a short training of the seed CNN on each that is available. */
  doctor: {
    params: z.object({ packs: path, measure: z.boolean() }),
    result: z.object({
      backends: z.array(backendReport),
      gpus: z.array(z.string()),
      warnings: z.array(z.string()),
      findings: z.array(machineFinding.nullable()).optional(),
      measurements: z.array(keptMeasurement).optional(),
    }),
  },
  /** Forgets which backend is the fastest for which model. */
  'speeds.forget': { params: z.object({ packs: path }), result: z.object({ forgotten: count }) },

  /** Writes dataset.json, report.json, items.json and images-<size>.u8 into `folder`, an empty folder of app's. */
  'data.import': {
    params: z.object({
      id: z.string(),
      folder: path,
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('folder'), path, owned: z.boolean(), csv: path.optional() }),
        z.object({ kind: z.literal('paths'), paths: z.array(sourcePath).min(1), csv: path.optional() }),
        z.object({
          kind: z.literal('cifar10'),
          archive: path.optional(),
          /** Folder in which a download is kept, whole or broken off. */
          downloads: path,
          url: z.url().optional(),
        }),
        z.object({
          kind: z.literal('sample'),
          perClass: z.int().min(10).max(1000).default(60),
          classes: sampleClasses.optional(),
        }),
      ]),
      options: importOptions,
      seed: seed.default(1),
      /** Folder of what earlier imports made of the same files (engine/data/cache-store.ts). */
      cache: path.optional(),
    }),
    result: z.object({ dataset, report: importReport }),
  },
  /** New files join the dataset in `folder`; either all of it happens or nothing. */
  'data.add': {
    params: z.object({
      folder: path,
      paths: z.array(sourcePath).min(1),
      csv: path.optional(),
      label: count.optional(),
      cache: path.optional(),
    }),
    result: z.object({ dataset, report: importReport, added: count }),
  },
  /** Adds a step to decisions.json and brings dataset.json up to date. */
  'data.decide': { params: z.object({ folder: path, decisions: z.array(decision).min(1) }), result: dataset },
  /** Takes the last step back. */
  'data.undo': { params: z.object({ folder: path }), result: dataset },
  'data.thumbnail': {
    params: z.object({ folder: path, index: count, side: z.int().min(16).max(512) }),
    result: z.object({ mime: z.string(), base64: z.string() }),
  },
  /** Small JPEGs or PNGs for the live preview of an augmentation. */
  'augment.preview': {
    params: previewRequest.extend({ dataset: path, packs: path, size: pixels }),
    result: previewResult,
  },

  'models.describe': {
    params: z.object({
      model: modelChoice,
      /** Of a transfer model. */
      base: baseRecord.pick({ architecture: true, alpha: true }).optional(),
      /** What trains, of a transfer model; everything where it is left out. */
      trainable: trainablePart.optional(),
      size: pixels,
      classes: z.int().min(2).max(1000),
    }),
    result: modelSummary,
  },

  /** `bases` is the library's folder of them. */
  'bases.list': { params: z.object({ bases: path }), result: z.array(baseInfo) },
  /** base.json of a base that is here. */
  'bases.get': { params: z.object({ bases: path, base: baseId }), result: baseRecord },
  'bases.install': {
    params: z.object({ bases: path, base: baseId, url: z.url().optional() }),
    result: baseInfo,
  },
  'bases.import': {
    params: z.object({ bases: path, architecture, alpha: z.number().positive(), file: path }),
    result: baseInfo,
  },
  'bases.remove': { params: z.object({ bases: path, base: baseId }), result: none },

  /**
   * Trains, evaluates and saves. Appends to history.jsonl in `folder` and sends each record as a `record` event;
   * answers when the run has ended (done, cancelled), or with an error when it failed (after an `end` record).
   */
  'run.train': {
    params: z.object({
      folder: path,
      dataset: path,
      run: trainedRun,
      packs: path,
      /** Folder of the library's bases. */
      bases: path,
      /** Folder for what frozen layers make of pictures, by content. */
      features: path,
    }),
    result: z.object({ evaluation: evaluation.nullable() }),
  },
  /** Looks at the files of a model that was trained elsewhere. `scratch` is an empty folder of app's. */
  'contestant.inspect': {
    params: z.object({ paths: z.array(path).min(1).max(10_000), scratch: path }),
    result: contestantFound,
  },
  /**
   * Builds such a model for the classes of a dataset, tests it, and fills `folder` with what a run leaves, but for
   * run.json. `run` is the id that it will have, `title` in the answer what it calls itself.
   */
  'contestant.bring': {
    params: z.object({
      paths: z.array(path).min(1).max(10_000),
      scratch: path,
      folder: path,
      dataset: path,
      answers: contestantAnswers,
      run: z.string(),
      seed,
      packs: path,
    }),
    result: z.object({ title: z.string(), model: importedModel, preprocessing, evaluation }),
  },

  'run.pause': { params: z.object({ run: z.string() }), result: none },
  'run.resume': { params: z.object({ run: z.string() }), result: none },
  'run.cancel': { params: z.object({ run: z.string() }), result: none },

  /**
   * What a run's evaluation, probabilities and history come to. `keep`: figures that are missing or stale are written
   * into the run's folder; else (a library that was opened for reading) they are only made. `dataset` is the folder of
   * the run's, null where it is gone: a diagnosis looks at what import found.
   */
  'run.figures': {
    params: z.object({
      folder: path,
      run,
      summary: runSummary,
      dataset: path.nullish(),
      keep: z.boolean().default(false),
    }),
    result: runFigures,
  },
  'run.curves': { params: z.object({ folder: path, run: z.string() }), result: runCurves },
  /** Reads evaluation.json, figures.json and history.jsonl of each run. `keep` and `dataset` as above. */
  compare: {
    params: z.object({
      keep: z.boolean().default(false),
      runs: z
        .array(z.object({ folder: path, run, summary: runSummary, dataset: path.nullish() }))
        .min(1)
        .max(50),
    }),
    result: comparison,
  },
  /** Reads ahead what `compare` will ask of the files of these runs; makes and writes nothing. */
  'compare.ahead': {
    params: z.object({ runs: z.array(z.object({ folder: path, name: z.string() })).max(50) }),
    result: none,
  },
  /** App adds what it knows of each picture: `image` is null here. */
  'results.pictures': {
    params: z.object({
      runs: z.array(testedRun).min(1).max(10),
      question: pictureQuestion,
      offset: count,
      limit: z.int().min(1),
    }),
    result: judgedPictures,
  },
  /** `keep`: the map may be kept as map.json in the run's folder. */
  'results.map': {
    params: z.object({ run: testedRun, limit: z.int().min(2), keep: z.boolean(), packs: path }),
    result: embeddingMap,
  },
  explain: { params: explainRequest.extend({ run: testedRun, packs: path }), result: explanation },
  predict: {
    params: z.object({ folder: path, run: z.string(), pictures: z.array(picture), packs: path }),
    result: predictions,
  },
  'predict.files': {
    params: z.object({
      runs: z
        .array(z.object({ folder: path, run: z.string(), name: z.string() }))
        .min(1)
        .max(10),
      paths: z.array(path).min(1),
      packs: path,
      out: path.optional(),
    }),
    result: filesPredictions,
  },
  /** Writes a new folder at `out`; it must not exist, or be empty. */
  export: {
    /** `dataset` is where the run's pictures are, for the check; null where the library has them no more. */
    params: z.object({
      folder: path,
      run: z.string(),
      format: exportFormat,
      out: path,
      dataset: path.nullable(),
      /** For the model card: how the training went. */
      summary: runSummary.optional(),
      packs: path,
    }),
    result: exportResult,
  },
  exports: {
    params: z.object({
      folder: path,
      run: z.string(),
      formats: z.array(exportFormat).min(1),
      out: path,
      dataset: path.nullable(),
      summary: runSummary.optional(),
      packs: path,
    }),
    result: exportsResult,
  },
  /**
   * Writes a report at `out`, a path that must not be there; what does not fit into one file goes into a folder beside
   * it. `dataset` is null where the library has it no more; `bases` is the library's folder of them.
   */
  report: {
    params: z.object({
      runs: z
        .array(z.object({ folder: path, run, summary: runSummary, dataset: path.nullable() }))
        .min(1)
        .max(50),
      options: reportOptions,
      bases: path,
      /** Whether figures that were computed may be kept in the runs' folders. */
      keep: z.boolean().default(false),
      packs: path,
      out: path,
    }),
    result: reportResult,
  },

  'packs.list': { params: z.object({ packs: path }), result: z.array(packInfo) },
  'packs.install': {
    params: z.object({ packs: path, pack: packName, wheel: path.optional() }),
    result: packInfo,
  },
  'packs.remove': { params: z.object({ packs: path, pack: packName }), result: packInfo },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>

export type EngineCallName = keyof typeof engineCalls
export type EngineCallInput<N extends EngineCallName> = z.input<(typeof engineCalls)[N]['params']>
export type EngineCallParams<N extends EngineCallName> = z.output<(typeof engineCalls)[N]['params']>
export type EngineCallResult<N extends EngineCallName> = z.output<(typeof engineCalls)[N]['result']>

/** To the engine: a call, or the end of one. */
export const engineInput = z.union([
  z.object({ id: z.int(), call: z.string(), params: z.unknown() }),
  z.object({ cancel: z.int() }),
  z.object({ stop: z.literal(true) }),
])
export type EngineInput = z.infer<typeof engineInput>

/** From the engine. */
export const engineOutput = z.union([
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ id: z.int(), error: errorShape }),
  z.object({ id: z.int(), progress }),
  z.object({ event: z.literal('ready'), pid: z.int() }),
  z.object({ event: z.literal('backend'), backend: backendName, device: z.string() }),
  z.object({ event: z.literal('record'), run: z.string(), record: runRecord }),
  z.object({ event: z.literal('log'), level: z.enum(['info', 'warn', 'error']), message: z.string() }),
])
export type EngineOutput = z.infer<typeof engineOutput>

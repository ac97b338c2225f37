// The calls between an interface (window, browser, terminal) and app: name, parameters, result.
// Both ends of every transport validate with these.
import { z } from './zod'
import { previewRequest, previewResult } from './augmentation'
import { count, id, path, pixels, progress, splitName } from './common'
import { architecture, baseId, baseInfo, weightsSource } from './base'
import { comparison, runFigures } from './comparison'
import { contestantFound, contestantRequest } from './contestant'
import { addSource, dataset, datasetImage, importOptions, importSource } from './dataset'
import { reportOptions, reportResult } from './document'
import { doctorReport } from './doctor'
import { errorShape } from './errors'
import { runCurves } from './figures'
import { modelChoice, modelSummary } from './model'
import { packInfo, packName } from './pack'
import { filesPredictions, filesSource } from './predict-files'
import { trainablePart } from './plan'
import { exportFormat, exportResult, exportsResult, picture, predictions } from './prediction'
import { queueState } from './queue'
import { recipe, recipeName, recipeOptions, recipeSeeds } from './recipe'
import { decision, importReport } from './report'
import { embeddingMap, explainRequest, explanation, judgedPictures, pictureQuestion } from './results'
import { evaluation, run, runRecord, runRequest, runSummary } from './run'
import { trashItem, trashName } from './trash'

const none = z.object({})

const datasetReport = z.object({
  dataset,
  report: importReport,
  /** The decision that counts for each picture that has one, by its number. */
  decisions: z.array(decision),
  /** Decisions that can be undone, one after the other. */
  steps: count,
})

export const calls = {
  'app.info': {
    params: none,
    result: z.object({
      version: z.string(),
      host: z.enum(['electron', 'serve', 'cli']),
      library: z.string(),
      platform: z.string(),
      backend: z.string().nullable(),
    }),
  },
  'app.doctor': { params: z.object({ measure: z.boolean().optional() }), result: doctorReport },
  /** Forgets how fast each backend trains which model: the next run measures again. */
  'app.forgetSpeeds': { params: none, result: z.object({ forgotten: count }) },
  /** Text for a bug report: the machine and the last lines of the logs, with nothing personal in it. */
  'app.diagnostics': { params: none, result: z.object({ text: z.string() }) },

  'data.import': {
    params: z.object({ source: importSource, options: importOptions.default({}) }),
    result: z.object({ dataset, report: importReport }),
  },
  'data.list': { params: none, result: z.array(dataset) },
  'data.get': { params: z.object({ dataset: id }), result: z.object({ dataset, report: importReport }) },
  'data.images': {
    params: z.object({
      dataset: id,
      label: count.optional(),
      split: splitName.optional(),
      /** Pictures that are used, pictures that were left out, or both. */
      state: z.enum(['used', 'left-out', 'all']).default('used'),
      /** Only these, in this order: the pictures of a finding. `state` does not apply then. */
      indices: z.array(count).max(10_000).optional(),
      offset: count.default(0),
      limit: z.int().min(1).max(500).default(60),
    }),
    result: z.object({ images: z.array(datasetImage), total: count }),
  },
  /** A small JPEG of one picture. Hosts also serve it at api.thumbnailUrl. */
  'data.thumbnail': {
    params: z.object({ dataset: id, index: count, side: z.int().min(16).max(512).default(160) }),
    result: z.object({ mime: z.string(), base64: z.string() }),
  },
  /**
   * More pictures for a dataset: new files join (a file that is there already, byte for byte and in the same class,
   * does not), pictures that were there keep their number, label and split. New classes come after the old ones.
   * With `label` all pictures go to that class, whatever their folders are called. The report is that of the whole.
   */
  'data.add': {
    params: z.object({ dataset: id, source: addSource, label: count.optional() }),
    result: z.object({ dataset, report: importReport, added: count }),
  },
  /** What import found. `open` of each finding respects the decisions. */
  'data.report': { params: z.object({ dataset: id }), result: datasetReport },
  /**
   * Leaves pictures out, takes them back (`keep`), or gives them another class. The user's files are not touched;
   * the dataset's counts and hash change, and runs made before keep the hash that they were made with.
   */
  'data.decide': {
    params: z.object({ dataset: id, decisions: z.array(decision).min(1).max(10_000) }),
    result: datasetReport,
  },
  /** Takes back the last `data.decide`; `steps` says how many are left to take back. */
  'data.undo': { params: z.object({ dataset: id }), result: datasetReport },
  /** Where a picture's original is, to show it in its folder; null where there is none, or it is gone. */
  'data.locate': {
    params: z.object({ dataset: id, file: z.string() }),
    result: z.object({ path: z.string().nullable(), folder: z.string().nullable() }),
  },
  /** Into the trash; the answer says what brings it back, and until when. */
  'data.remove': { params: z.object({ dataset: id }), result: trashItem },
  /** What an augmentation makes of some of the dataset's pictures, at the dataset's size where none is named. */
  'augment.preview': {
    params: previewRequest.extend({ dataset: id, size: pixels.max(512).optional() }),
    result: previewResult,
  },

  'models.describe': {
    params: z.object({
      model: modelChoice,
      /** What trains, of a transfer model; everything where it is left out. */
      trainable: trainablePart.optional(),
      size: z.int().min(8).max(1024),
      classes: z.int().min(2).max(1000),
    }),
    result: modelSummary,
  },

  /** The catalogue's bases, the one in the box, and those that a user imported. */
  'bases.list': { params: none, result: z.array(baseInfo) },
  /** Downloads a base of the catalogue; goes on where an earlier download broke off. */
  'bases.install': { params: z.object({ base: baseId }), result: baseInfo },
  /** Takes a user's own weights file (HDF5, as Keras 2 and 3 write it) into the library. The file is copied. */
  'bases.import': {
    params: z.object({ architecture, alpha: z.number().positive().default(1), source: weightsSource }),
    result: baseInfo,
  },
  /** Into the trash; null where only a download that broke off was there, which is deleted. */
  'bases.remove': { params: z.object({ base: baseId }), result: trashItem.nullable() },

  /** What each recipe would do with this dataset. */
  'recipes.list': {
    params: z.object({ dataset: id, options: recipeOptions.default(recipeOptions.parse({})) }),
    result: z.array(recipe),
  },
  /** Queues all runs of a recipe, once for each seed (`seeds`, else that of the options). Bases must be installed. */
  'recipes.start': {
    params: z.object({
      dataset: id,
      recipe: recipeName,
      options: recipeOptions.default(recipeOptions.parse({})),
      seeds: recipeSeeds.optional(),
    }),
    result: z.object({ set: id, runs: z.array(runSummary) }),
  },

  /** What is in the files of a model that was trained elsewhere; nothing is kept. An upload stays for `runs.import`. */
  'runs.inspect': { params: z.object({ source: filesSource }), result: contestantFound },
  /** Brings such a model in as a run that is done: it is tested on the test pictures of a dataset. */
  'runs.import': { params: contestantRequest, result: runSummary },

  /** Queues a run and answers at once; what happens to it comes as `run` events. */
  'runs.start': { params: runRequest, result: runSummary },
  /** A run that waits for its turn is held instead. */
  'runs.pause': { params: z.object({ run: id }), result: none },
  'runs.resume': { params: z.object({ run: id }), result: none },
  'runs.cancel': { params: z.object({ run: id }), result: none },
  'runs.list': { params: none, result: z.array(runSummary) },
  'runs.get': {
    params: z.object({ run: id }),
    result: z.object({ run, summary: runSummary, evaluation: evaluation.nullable() }),
  },
  /** Records from `since` on; batch points are thinned to at most `points` where there are more. */
  'runs.history': {
    params: z.object({ run: id, since: count.default(0), points: z.int().min(10).max(20_000).default(2000) }),
    result: z.object({ records: z.array(runRecord), next: count }),
  },
  /** Every figure of the run's test with its interval, what it costs, and what its curves and figures say. */
  'runs.figures': { params: z.object({ run: id }), result: runFigures },
  /** ROC and precision-recall curves, one class against the rest. @throws `run-not-finished` */
  'runs.curves': { params: z.object({ run: id }), result: runCurves },
  'runs.rename': { params: z.object({ run: id, name: z.string().min(1).max(200) }), result: runSummary },
  /** Into the trash, as `data.remove`. @throws `run-running` */
  'runs.remove': { params: z.object({ run: id }), result: trashItem },

  'queue.get': { params: none, result: queueState },
  /** Puts a run that waits in front of another, or, with null, at the end. */
  'queue.move': { params: z.object({ run: id, before: id.nullable() }), result: queueState },
  /** Holds runs that wait, or lets them go on; all of them where none is named. */
  'queue.hold': { params: z.object({ held: z.boolean(), run: id.optional() }), result: queueState },

  'trash.list': { params: none, result: z.array(trashItem) },
  /** Back into its place. @throws `not-found`, `restore-taken` */
  'trash.restore': { params: z.object({ item: trashName }), result: trashItem },
  /** Deletes for good: one thing, or, where none is named, all. */
  'trash.empty': { params: z.object({ item: trashName.optional() }), result: z.object({ deleted: count }) },

  compare: { params: z.object({ runs: z.array(id).min(1).max(50) }), result: comparison },
  /** Test pictures that answer a question; the runs must have been tested on the same pictures. */
  'results.pictures': {
    params: z.object({
      runs: z.array(id).min(1).max(10),
      question: pictureQuestion,
      offset: count.default(0),
      limit: z.int().min(1).max(500).default(60),
    }),
    result: judgedPictures,
  },
  /** The test set in the plane. Made at the first call, which takes seconds; kept in the run's folder. */
  'results.map': {
    params: z.object({ run: id, limit: z.int().min(10).max(5000).default(2000) }),
    result: embeddingMap,
  },
  /** What a model saw in a picture. */
  explain: { params: explainRequest, result: explanation },
  predict: {
    params: z.object({ run: id, pictures: z.array(picture).min(1).max(1000) }),
    result: predictions,
  },
  /** Classifies files and whole folders with several models at once, into a table (CSV): a new file, or the answer. */
  'predict.files': {
    params: z.object({ runs: z.array(id).min(1).max(10), source: filesSource, out: path.optional() }),
    result: filesPredictions,
  },
  export: {
    params: z.object({ run: id, format: exportFormat, out: path.optional() }),
    /** `download` is where a browser gets the export as a .zip when no folder was given. */
    result: exportResult.extend({ download: z.string().optional() }),
  },
  /** Several formats at once; what one of them cannot do does not hold up the others. */
  exports: {
    params: z.object({ run: id, formats: z.array(exportFormat).min(1), out: path.optional() }),
    result: exportsResult.extend({ download: z.string().optional() }),
  },
  /** Writes a report or a notebook; `download` is where a browser gets it when no path was given. */
  report: {
    params: z.object({
      runs: z.array(id).min(1).max(50),
      options: reportOptions,
      /** The file to write; it must not be there. What does not fit into it goes into a folder beside it. */
      out: path.optional(),
    }),
    result: reportResult.extend({ download: z.string().optional() }),
  },

  'engine.packs': { params: none, result: z.array(packInfo) },
  'engine.install': { params: z.object({ pack: packName, wheel: path.optional() }), result: packInfo },
  'engine.remove': { params: z.object({ pack: packName }), result: packInfo },

  /** Ends the long call that was made with this frame id. */
  cancel: { params: z.object({ id: z.int() }), result: none },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>

export type CallName = keyof typeof calls
/** What a caller writes: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['params']>
/** What a handler gets: defaults filled in. */
export type CallParams<N extends CallName> = z.output<(typeof calls)[N]['params']>
export type CallResult<N extends CallName> = z.output<(typeof calls)[N]['result']>

export const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name)

/** Frames of the transport between an interface and app (WebSocket text, Electron IPC). */
export const callFrame = z.object({ id: z.int(), call: z.string().max(40), params: z.unknown() })
export type CallFrame = z.infer<typeof callFrame>

export const replyFrame = z.union([
  z.object({ id: z.int(), result: z.unknown() }),
  z.object({ id: z.int(), error: errorShape }),
  z.object({ id: z.int(), progress }),
])
export type ReplyFrame = z.infer<typeof replyFrame>

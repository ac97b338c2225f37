// The steps of a run on a backend, on made pictures: the run's own model, picture size, batch, phase and augmentation,
// loaded, computed and awaited as a training does it.
import type { Phase, TrainedRun } from '../../contract'
import type { Compute } from '../compute'
import { createExtractor } from '../features/extract'
import { buildFresh, type ImageModel } from '../models/build'
import { imageTensor, type ImageReader } from '../models/inference'
import { tf, type Tensor } from '../tf'
import { TABLE } from '../training/augment/draws'
import { viewDraws, viewOf } from '../training/augment/views'
import { forwardFromFeatures, forwardFromPictures } from '../training/forward'
import { frozenPart } from '../training/phaseFeatures'
import { createStep } from '../training/step'
import { StepMeter } from '../training/stepMeter'
import { keepsFeatures, type Work } from './work'

/** Steps are taken in groups of about so long: as often as a run reads its metrics. */
const GROUP_MS = 50

/** How long some pictures took; the first ones compile what a backend compiles. */
export interface Timed {
  readonly steps: number
  readonly pictures: number
  readonly milliseconds: number
}

/** Computes until it is left. */
interface Stepper {
  /** Pictures of a step. */
  readonly pictures: number
  /** Takes one step and waits for all that it asks of the device. */
  first(): Promise<void>
  /** Brings the device into the state that it has in the middle of an epoch. */
  warmUp?(): Promise<void>
  /** Takes some steps. @returns how many the device has done meanwhile */
  run(): Promise<number>
  dispose(): void
}

/** Noise: no backend may find anything in it to skip. The same pictures all the time, as they cost nothing then. */
function madePictures(size: number, count: number): ImageReader {
  const bytes = size ** 2 * 3
  const noise = new Uint8Array(count * bytes)
  let state = 1
  for (let i = 0; i < noise.length; i++)
    noise[i] = (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24
  return {
    size,
    read(indices, into) {
      for (let i = 0; i < indices.length; i++) {
        const from = (indices[i]! % count) * bytes
        into.set(noise.subarray(from, from + bytes), i * bytes)
      }
    },
  }
}

/** What is frozen, computed once for each picture. */
function extraction(run: TrainedRun, model: ImageModel, compute: Compute): Stepper | null {
  const cut = frozenPart(model)
  if (!cut) return null
  const { preprocessing, plan, seed } = run
  const options = {
    network: model.logits,
    cut,
    preprocessing,
    augmentation: plan.augmentation,
    seed,
    compute,
  }
  const extractor = createExtractor({ ...options, images: madePictures(preprocessing.size, 8) })
  const pictures = Array.from({ length: extractor.batch }, (_, i) => i)
  return {
    pictures: extractor.batch,
    first: async () => void (await extractor.run(pictures, viewOf(plan, 0))),
    async run() {
      await extractor.run(pictures, viewOf(plan, 0))
      return 1
    },
    dispose: () => extractor.dispose(),
  }
}

/** Training steps, whose metrics are read back in groups like a run's. */
function training(
  run: TrainedRun,
  phase: Phase,
  { kind, batch }: Work,
  model: ImageModel,
  compute: Compute,
): Stepper {
  const { plan, preprocessing, labels, seed } = run
  const frozen = frozenPart(model)
  const features = kind === 'part' && frozen && keepsFeatures(plan) ? frozen : null
  const forward = features
    ? forwardFromFeatures(model, features)
    : forwardFromPictures(model, plan.augmentation, preprocessing, frozen)
  const step = createStep({ model, phase, plan, preprocessing, compute, forward })
  const meter = new StepMeter()
  const images = madePictures(preprocessing.size, batch)
  const kept = features ? null : (compute.keepPictures?.(images, batch) ?? null)
  const indices = Int32Array.from({ length: batch }, (_, i) => i)
  const truth = Int32Array.from(indices, (i) => i % labels.length)
  const rows = features && Float32Array.from({ length: batch * features.values }, (_, i) => (i % 17) / 17)
  const view = features ? null : viewOf(plan, 0)
  const draws = view === null ? null : viewDraws(seed, indices, view)
  const classWeights = tf.tensor1d(new Float32Array(labels.length).fill(1))
  let number = 0

  function one(): void {
    const input = {
      images: rows
        ? tf.tensor2d(rows, [batch, features!.values])
        : (kept?.take(indices) ?? imageTensor(images, indices)),
      labels: tf.tensor1d(truth, 'int32'),
      // Nothing is to be learned of noise, least of all numbers that are none.
      learningRate: tf.scalar(0),
      seed: tf.tensor1d([seed, number++], 'int32'),
      ...(draws && { draws: tf.tensor2d(draws, [batch, TABLE]) }),
    }
    try {
      meter.add(step.run({ ...input, classWeights }), batch)
    } finally {
      tf.dispose(input as Record<string, Tensor>)
    }
  }

  return {
    pictures: batch,
    async first() {
      one()
      await step.settled()
      await meter.read()
    },
    async warmUp() {
      if (!compute.pace) return
      one()
      await step.settled()
      // A device that computes beside the processor always has a step to do: what `pace` waits for is the one before.
      one()
    },
    async run() {
      const begun = performance.now()
      let steps = 0
      do {
        one()
        steps++
        await step.settled()
        if (compute.pace) {
          if (meter.due) meter.request()
          meter.take()
          await compute.pace()
        } else if (meter.due) await meter.read()
        await new Promise(setImmediate)
      } while (performance.now() - begun < GROUP_MS)
      return steps
    },
    dispose() {
      meter.dispose()
      step.dispose()
      kept?.dispose()
      classWeights.dispose()
    },
  }
}

/** What a device learns about its kernels after a run's first step, it learns here before anything is timed. */
const learn = async (compute: Compute): Promise<unknown> => compute.tune?.(new AbortController().signal)

/**
 * Takes steps for as long as it is asked for more. The first value is that of the first step.
 * @param compute the backend in use
 * @param onReady is told, before the first step, how many pictures one has
 */
export async function* timedSteps(
  run: TrainedRun,
  work: Work,
  compute: Compute,
  onReady: (pictures: number) => void = () => {},
): AsyncGenerator<Timed, void> {
  const { base, labels, preprocessing } = run
  // Weights that are drawn take as long as those of a file; a base's layers behave as with those of its file.
  const model = buildFresh(run.model, {
    size: preprocessing.size,
    classes: labels.length,
    seed: 1,
    ...(base && { base }),
  })
  let stepper: Stepper | null = null
  try {
    const phase = run.plan.phases[work.phase]!
    const pretrained = run.model.name === 'transfer' && run.model.options.weights !== 'random'
    model.setTrainable(
      phase.trainable,
      phase.baseMode === 'auto' && pretrained ? 'inference' : phase.baseMode,
    )
    stepper =
      (work.kind === 'features' ? extraction(run, model, compute) : null) ??
      training(run, phase, work, model, compute)
    onReady(stepper.pictures)
    let begun = performance.now()
    await stepper.first()
    const milliseconds = performance.now() - begun
    await learn(compute)
    await stepper.warmUp?.()
    yield { steps: 1, pictures: stepper.pictures, milliseconds }
    for (;;) {
      begun = performance.now()
      const steps = await stepper.run()
      yield { steps, pictures: steps * stepper.pictures, milliseconds: performance.now() - begun }
      await new Promise(setImmediate)
    }
  } finally {
    stepper?.dispose()
    model.dispose()
  }
}

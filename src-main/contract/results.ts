// Looking into results: the pictures behind a figure, what a model saw in one, and how the test set lies.
import { z } from './zod'
import { count, id, path, pixels } from './common'
import { datasetImage } from './dataset'
import { picture } from './prediction'
import { run } from './run'

/** A run with what the engine needs to look into its results. */
export const testedRun = z.object({
  folder: path,
  run,
  /** Folder of the dataset that it was trained on; null where that is gone. */
  dataset: path.nullable(),
})
export type TestedRun = z.infer<typeof testedRun>

/** Which test pictures are asked for, over one run or several that were tested on the same pictures. */
export const pictureQuestion = z.discriminatedUnion('kind', [
  /** One cell of a run's confusion matrix. */
  z.object({ kind: z.literal('cell'), run: id, actual: count, predicted: count }),
  /** A run's mistakes, the surest first. */
  z.object({ kind: z.literal('mistakes'), run: id }),
  /** Pictures on which the runs do not say the same, those where they are surest first. */
  z.object({ kind: z.literal('disagreement') }),
  /** Pictures that one run got right and another wrong. */
  z.object({ kind: z.literal('only-right'), run: id, against: id }),
  /** Pictures that no run got right. */
  z.object({ kind: z.literal('all-wrong') }),
  /** Pictures whose label is likely wrong (confident learning, Northcutt et al. 2021), the likeliest first. */
  z.object({ kind: z.literal('label-errors') }),
  /** These, by their number in the dataset. */
  z.object({ kind: z.literal('these'), indices: z.array(count).max(10_000) }),
])
export type PictureQuestion = z.infer<typeof pictureQuestion>

export const judgedPicture = z.object({
  /** Null where the dataset is gone. */
  image: datasetImage.nullable(),
  /** Its number in the dataset. */
  index: count,
  /** What the picture was tested as; it may have been given another class since. */
  label: count,
  /** One entry a run, in the order asked for. */
  said: z.array(
    z.object({
      run: id,
      predicted: count,
      confidence: z.number(),
      /** Probability of the picture's own label. */
      ofLabel: z.number(),
    }),
  ),
})
export type JudgedPicture = z.infer<typeof judgedPicture>

export const judgedPictures = z.object({
  labels: z.array(z.string()),
  pictures: z.array(judgedPicture),
  total: count,
})
export type JudgedPictures = z.infer<typeof judgedPictures>

export const explainMethod = z.enum(['grad-cam', 'occlusion'])
export type ExplainMethod = z.infer<typeof explainMethod>

/** A test picture of the run's dataset, by its number, or a picture from anywhere. */
export const explainRequest = z.object({
  run: id,
  picture: z.union([z.object({ index: count }), picture]),
  method: explainMethod.default('grad-cam'),
  /** The class that is asked about; the predicted one where it is left out. */
  label: count.optional(),
  /** Side of the images in the answer. */
  side: pixels.max(512).default(256),
  /** A file to write: the picture beside its heat, as a PNG. */
  out: path.optional(),
})

export const explanation = z.object({
  run: id,
  /** Occlusion also where Grad-CAM was asked for and the model has no convolution. */
  method: explainMethod,
  label: count,
  labels: z.array(z.string()),
  probabilities: z.array(z.number()),
  /** The picture as the model saw it, resized and cropped. */
  image: z.object({ mime: z.string(), base64: z.string() }),
  /** The heat alone, as a PNG with alpha, to be laid over the image. */
  overlay: z.object({ mime: z.string(), base64: z.string() }),
  /** What each place adds to the class, rows × columns, 0 to 1; 1 is the most. */
  heat: z.object({ rows: count, columns: count, values: z.array(z.number()) }),
  /** What the heat is made from: the layer of Grad-CAM, or the size of the patch. */
  from: z.string(),
  /**
   * What a heat of 1 stands for: with occlusion the fall of the class's probability, with Grad-CAM the class's score
   * (before the softmax), in the model's own units. 0: no place speaks for the class.
   */
  peak: z.number(),
  /** Whether the model trained on the picture; that of a cross-validation trained on all. Null: not known. */
  trainedOn: z.boolean().nullable(),
})
export type Explanation = z.infer<typeof explanation>

/** The test set in the plane, by what the model makes of each picture before its last layer. */
export const embeddingMap = z.object({
  run: id,
  method: z.literal('umap'),
  labels: z.array(z.string()),
  /** Test pictures, at most `limit`, a seeded sample; all arrays are equally long. */
  index: z.array(count),
  label: z.array(count),
  predicted: z.array(count),
  x: z.array(z.number()),
  y: z.array(z.number()),
  /** Test pictures in all. */
  total: count,
  /** Whether the model trained on them, as that of a cross-validation did; `predicted` is of the others all the same. */
  trainedOn: z.boolean(),
})
export type EmbeddingMap = z.infer<typeof embeddingMap>

// Facts to make recipes from: datasets of some sizes, bases that are here or not, a machine.
import type { Architecture, BaseInfo, Dataset } from '../../src-main/contract'
import type { RecipeFacts } from '../../src-main/app/recipes/facts'

/** @param sizes pictures of each class */
export function datasetOf(sizes: readonly number[], more: Partial<Dataset> = {}): Dataset {
  const classes = sizes.map((size, at) => {
    const part = Math.floor(size / 10)
    return { name: `class ${at}`, train: size - 3 * part, validation: part, test: 2 * part }
  })
  const sum = (of: 'train' | 'validation' | 'test') => classes.reduce((all, one) => all + one[of], 0)
  const images = { train: sum('train'), validation: sum('validation'), test: sum('test') }
  return {
    version: 1,
    id: 'animals',
    name: 'Animals',
    kind: 'folder',
    created: '2026-11-22T10:00:00.000Z',
    source: { path: '/pictures', owned: false },
    classes,
    images: { ...images, total: images.train + images.validation + images.test, skipped: 0 },
    split: { seed: 1, origin: 'drawn', validation: 0.1, test: 0.2 },
    resize: 'cover',
    size: 64,
    hash: 'hash',
    ...more,
  }
}

export function baseInfo(
  architecture: Architecture,
  state: BaseInfo['state'],
  more: Partial<BaseInfo> = {},
): BaseInfo {
  const box = state === 'built-in'
  return {
    id: box ? architecture : `${architecture}-224`,
    title: architecture.toUpperCase(),
    architecture,
    alpha: 1,
    size: box ? 32 : 224,
    bytes: 9_400_000,
    origin: box ? 'box' : 'catalogue',
    url: null,
    trainedOn: box ? 'CIFAR-10' : 'ImageNet-1k',
    licence: null,
    accuracy: null,
    sha256: null,
    state,
    partialBytes: 0,
    parameters: 2_257_984,
    smallest: 32,
    ...more,
  }
}

/** Every architecture that the catalogue has. */
const fetchable: readonly Architecture[] = [
  'mobilenet-v2',
  'mobilenet-v3-large',
  'efficientnet-b0',
  'efficientnet-b3',
  'efficientnet-v2-b0',
  'vgg16',
  'vgg19',
  'resnet50',
  'resnet101',
  'resnet152',
]

/** The base in the box, the catalogue, and of it what is installed. */
export const basesWith = (...installed: Architecture[]): BaseInfo[] => [
  baseInfo('cotejo-mini', 'built-in'),
  ...fetchable.map((name) => baseInfo(name, installed.includes(name) ? 'installed' : 'available')),
]

export const factsOf = (more: Partial<RecipeFacts> = {}): RecipeFacts => ({
  dataset: datasetOf([50, 50, 50]),
  side: 500,
  bases: basesWith('mobilenet-v2'),
  machine: { card: null, cores: 2 },
  ...more,
})

/** CIFAR-10 as it is: 60,000 pictures of 32 pixels with a test set of their own. */
export const cifarFacts = (more: Partial<RecipeFacts> = {}): RecipeFacts =>
  factsOf({
    dataset: datasetOf(new Array<number>(10).fill(6000), {
      kind: 'cifar10',
      size: 32,
      split: { seed: 1, origin: 'ready-test', validation: 0.1, test: 0 },
    }),
    side: 32,
    ...more,
  })

// What a foreign model is, told without building it: for the user to look at, and for the build to go by.
import { UserError, type ContestantFound } from '../../contract'
import { endingOf, type Ending } from './ending'
import { networkOf, type Network } from './network'
import { openModel, type OpenedModel } from './open'
import { preparationOf, type Preparation } from './preparation'
import { withoutResizing } from './resizing'
import { unsupported } from './unsupported'
import { type Task } from '../task'

export interface Contestant {
  readonly opened: OpenedModel
  readonly network: Network
  readonly ending: Ending
  readonly preparation: Preparation
  readonly found: ContestantFound
}

const SQUARE =
  'Cotejo prepares square pictures of three colours, or grey ones; build the model for such an input.'

/** Rows, columns and channels of the input. */
function inputOf({
  opened: { flat, notes },
}: Pick<Contestant, 'opened'>): Pick<ContestantFound, 'size' | 'channels'> {
  const [, rows, columns, channels] = flat.shape
  if (flat.shape.length !== 4)
    throw unsupported(`an input of ${flat.shape.length - 1} sides, not a picture`, SQUARE)
  if (channels !== 1 && channels !== 3 && channels !== null) throw unsupported(`an input of ${channels} channels`, SQUARE) // prettier-ignore
  if (rows !== columns)
    throw unsupported(`an input of ${rows} × ${columns} pixels, which is no square`, SQUARE)
  const size = rows ?? notes.size
  if (size !== null && (size! < 8 || size! > 1024)) throw unsupported(`an input of ${size} × ${size} pixels`, SQUARE) // prettier-ignore
  return { size: size ?? null, channels: channels ?? 3 }
}

/** Numbers that the model gives, told from its last layer with weights. */
function outputsOf({ opened, network }: Pick<Contestant, 'opened' | 'network'>): number {
  const seen = new Set<string>()
  let at = network.output
  for (;;) {
    const layer = network.layers.find(({ name }) => name === at)
    if (!layer || seen.has(at)) break
    seen.add(at)
    const { units, filters } = layer.config
    if (layer.type === 'Dense' && typeof units === 'number') return units
    if (/^(Conv2D|SeparableConv2D)$/.test(layer.type) && typeof filters === 'number') return filters
    if (layer.inputs.length !== 1) break
    at = layer.inputs[0]!
  }
  throw unsupported(
    'an end that is no classifier',
    `Its last layer (${opened.flat.layers.at(-1)!.place.at(-1)!}) must give one number a class.`,
  )
}

function labelsOf({ notes }: OpenedModel, outputs: number): string[] | null {
  const { labels } = notes
  const classes = outputs === 1 ? 2 : outputs
  return labels?.length === classes ? [...labels] : null
}

/** Layers whose weights count, and how many numbers those are. */
const countOf = ({ opened: { flat, weights } }: Pick<Contestant, 'opened'>): number =>
  flat.layers
    .flatMap((layer) => weights.of(layer))
    .reduce((sum, { shape }) => sum + shape.reduce((all, side) => all * side, 1), 0)

/**
 * Opens a model and tells what it is. The caller closes `opened.weights`.
 * @throws UserError `model-unsupported`, and what opening it throws
 */
export async function lookAt(paths: readonly string[], scratch: string, task: Task): Promise<Contestant> {
  const read = await openModel(paths, scratch, task)
  try {
    const { flat, resize } = withoutResizing(read.flat)
    const opened = { ...read, flat }
    const network = networkOf(opened.flat)
    const outputs = outputsOf({ opened, network })
    const ending = endingOf(network.layers, network.output, outputs)
    const known = preparationOf(opened, network)
    const preparation = { ...known, resize: resize ?? known.resize }
    const { format, origin, file, sha256, notes } = opened
    if (outputs > 10_000) throw new UserError('invalid-argument', `The model has ${outputs} classes.`)
    const found: ContestantFound = {
      format,
      origin,
      file,
      sha256,
      title: notes.title ?? file.replace(/\.(zip|keras|h5|hdf5|json)$/i, ''),
      ...inputOf({ opened }),
      outputs: ending.outputs,
      classes: outputs === 1 ? 2 : outputs,
      labels: labelsOf(opened, outputs),
      scaling: preparation.name,
      resize: preparation.resize,
      preparation: preparation.from,
      parameters: countOf({ opened }),
      layers: opened.flat.layers.length,
      claims: notes.claims,
    }
    return { opened, network, ending, preparation, found }
  } catch (error) {
    await read.weights.close()
    throw error
  }
}

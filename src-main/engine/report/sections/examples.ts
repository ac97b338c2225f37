// Pictures that were tested: those that models got right, those that they got wrong, those on which they disagree.
import { type Block, type Picture, type Section } from '../document/document'
import { smallPicture } from '../facts/class-pictures'
import { type ReportFacts, type ReportedRun } from '../facts/gather'
import { throwIfCancelled, type Task } from '../../task'
import { rankedRuns, runName } from './names'

const SHOWN = 8
/** Runs whose mistakes are shown. */
const RUNS = 3

type Judged = ReturnType<typeof rankedRuns>[number]

interface Tested {
  /** Place in the evaluation's lists. */
  at: number
  index: number
  label: number
  predicted: number
  confidence: number
}

const testedOf = ({ evaluation: { predictions } }: Judged): Tested[] =>
  predictions.index.map((index, at) => ({
    at,
    index,
    label: predictions.label[at]!,
    predicted: predictions.predicted[at]!,
    confidence: predictions.confidence[at]!,
  }))

async function pictureOf(run: ReportedRun, tested: Tested, facts: ReportFacts): Promise<Picture | null> {
  const { words } = facts
  const { open } = run.dataset
  const small = open && (await smallPicture(open.folder, tested.index))
  if (!small) return null
  const [actual, said] = [run.run.labels[tested.label]!, run.run.labels[tested.predicted]!]
  const right = tested.label === tested.predicted
  const confidence = words.confidence(tested.confidence)
  const heat = await facts.look(run, tested)
  return {
    ...small,
    ...(heat && { heat: { ...heat, alt: words.t('examples.altHeat', { said }) } }),
    mark: right ? 'right' : 'wrong',
    title: words.t(right ? 'examples.right' : 'examples.wrong', { actual, said }),
    lines: [words.t('examples.confidence', { confidence })],
    alt: words.t(right ? 'examples.altRight' : 'examples.altWrong', { actual, said, confidence }),
  }
}

/** A strip, and what was drawn beside its pictures. */
async function strip(
  run: Judged,
  tested: readonly Tested[],
  facts: ReportFacts,
  block: { name: string; caption: string },
): Promise<Block[]> {
  const pictures: Picture[] = []
  for (const one of tested) {
    const picture = await pictureOf(run, one, facts)
    if (picture) pictures.push(picture)
  }
  return pictures.length > 0 ? [{ kind: 'pictures', ...block, pictures }] : []
}

/** Right answers of all classes in turn, the surest of each first. */
function rightOnes(run: Judged): Tested[] {
  const byClass = run.evaluation.labels.map((_, label) =>
    testedOf(run)
      .filter((one) => one.label === label && one.predicted === label)
      .sort((a, b) => b.confidence - a.confidence),
  )
  const chosen: Tested[] = []
  for (let round = 0; chosen.length < SHOWN && byClass.some((one) => one.length > round); round++)
    for (const ofClass of byClass) if (ofClass[round] && chosen.length < SHOWN) chosen.push(ofClass[round])
  return chosen
}

async function mistakes(run: Judged, facts: ReportFacts): Promise<Block[]> {
  const { words } = facts
  const wrong = testedOf(run)
    .filter((one) => one.label !== one.predicted)
    .sort((a, b) => b.confidence - a.confidence)
  const name = runName(run)
  if (wrong.length === 0) return [{ kind: 'paragraph', text: words.t('examples.noMistakes', { name }) }]
  const caption = words.tn('examples.mistakes', wrong.length, { name })
  return strip(run, wrong.slice(0, SHOWN), facts, { name: `mistakes-${run.place + 1}`, caption })
}

/** Pictures that one of the two best models got right and the other wrong. */
async function disagreement([a, b]: readonly Judged[], facts: ReportFacts): Promise<Block[]> {
  if (!a || !b || facts.comparison.verdict.kind === 'unfair') return []
  const { words } = facts
  const other = new Map(testedOf(b).map((one) => [one.index, one]))
  const split = testedOf(a)
    .filter((one) => {
      const theirs = other.get(one.index)
      return theirs && (one.label === one.predicted) !== (theirs.label === theirs.predicted)
    })
    .sort(
      (x, y) => y.confidence + other.get(y.index)!.confidence - x.confidence - other.get(x.index)!.confidence,
    )
  const pictures: Picture[] = []
  for (const one of split.slice(0, SHOWN)) {
    const small = a.dataset.open && (await smallPicture(a.dataset.open.folder, one.index))
    if (!small) continue
    const said = [a, b].map((run) => {
      const theirs = run === a ? one : other.get(one.index)!
      return words.t('examples.said', {
        run: runName(run).split(' ')[0]!,
        said: run.run.labels[theirs.predicted]!,
        confidence: words.confidence(theirs.confidence),
      })
    })
    const title = a.run.labels[one.label]!
    pictures.push({
      ...small,
      title,
      lines: said,
      alt: words.t('examples.altSplit', { actual: title, said: words.list(said) }),
    })
  }
  if (pictures.length === 0) return []
  const caption = words.tn('examples.disagree', split.length, { a: runName(a), b: runName(b) })
  return [{ kind: 'pictures', name: 'disagreement', caption, pictures }]
}

export async function examplesSection(facts: ReportFacts, task: Task): Promise<Section | null> {
  const { words } = facts
  const judged = rankedRuns(facts)
  const [best] = judged
  if (!best || judged.every(({ dataset }) => dataset.open === null)) return null
  const blocks: Block[] = await strip(best, rightOnes(best), facts, {
    name: 'right',
    caption: words.t('examples.rightOf', { name: runName(best) }),
  })
  for (const run of judged.slice(0, RUNS)) {
    throwIfCancelled(task)
    blocks.push(...(await mistakes(run, facts)))
  }
  blocks.push(...(await disagreement(judged, facts)))
  const heats = blocks.some(
    (block) => block.kind === 'pictures' && block.pictures.some(({ heat }) => heat !== undefined),
  )
  if (heats) blocks.unshift({ kind: 'paragraph', text: words.t('examples.heat') })
  return { id: 'examples', title: words.t('sections.examples'), blocks }
}

// The model card of the base in the box (Mitchell et al., "Model Cards for Model Reporting", FAT* 2019), from the
// figures beside it.
import type { BaseRecord } from '../../src-main/contract'
import type { BaseFacts } from './write'

const percent = (fraction: number, digits = 1): string => `${(100 * fraction).toFixed(digits)} %`
const number = (count: number): string => count.toLocaleString('en')
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** The three pairs of classes that are taken for each other most. */
function mixedUp({ confusion, labels }: BaseFacts): string {
  const pairs = labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .map((b, j) => ({ a, b, count: confusion[i]![i + 1 + j]! + confusion[i + 1 + j]![i]! })),
  )
  return pairs
    .sort((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ a, b, count }) => `${a} and ${b} (${count} times)`)
    .join(', ')
}

function classes({ confusion, labels }: BaseFacts): string {
  const rows = labels.map((label, i) => {
    const row = confusion[i]!
    const right = row[i]!
    const named = confusion.reduce((sum, other) => sum + other[i]!, 0)
    return `| ${label} | ${percent(right / row.reduce((a, b) => a + b, 0))} | ${named > 0 ? percent(right / named) : 'never named'} |`
  })
  return ['| class | found (recall) | right when named (precision) |', '| --- | --- | --- |', ...rows].join(
    '\n',
  )
}

function transferOf({ transfer }: BaseFacts): string {
  if (!transfer) return 'Not measured yet.'
  const rows = transfer.rows.map(({ model, size, accuracies, seconds }) => {
    const [low, high] = [Math.min(...accuracies), Math.max(...accuracies)]
    return `| ${model} | ${size} | ${mean(accuracies).toFixed(3)} | ${low.toFixed(2)} to ${high.toFixed(2)} | ${seconds.toFixed(0)} s |`
  })
  return `${transfer.data}: ${transfer.images} photos, test accuracy over ${transfer.seeds} splits (the same for all).

| model | side in pixels | mean | lowest and highest | time of one training |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

\`${transfer.command}\``
}

/** README.md of the base. */
export function modelCard(record: BaseRecord, facts: BaseFacts): string {
  const { test, testInterval, train, plan, images } = facts
  const phases = plan.phases
    .map(({ epochs, learningRate }) => `from ${learningRate} in ${epochs} epochs`)
    .join(', then ')
  return `# ${record.title}

A small convolutional network for pictures, trained by this project itself and shipped with Cotejo, so that transfer
learning can be tried at once and without a network. It is a base to learn with; where accuracy counts, install one
that has seen ImageNet (\`cotejo bases list\`).

| | |
| --- | --- |
| kind | seven 3×3 convolutions with batch normalisation and ReLU, three 2×2 max-pools; src-main/engine/models/applications/cotejo-mini.ts |
| parameters | ${number(facts.parameters.base)}; with the classifier for CIFAR-10 ${number(facts.parameters.whole)} |
| file | \`${record.file}\`, ${number(record.bytes)} bytes, Keras 2's HDF5 layout, 32-bit floats; SHA-256 \`${record.sha256}\` |
| input | RGB, square, 32 pixels or more (trained at ${record.size}), values −1 to 1: v / 127.5 − 1 |
| output | 128 channels at an eighth of the side; global average gives 128 features |
| licence | ${record.licence} |

## How it was trained

On all ${number(images.train)} training pictures of CIFAR-10 (A. Krizhevsky, "Learning Multiple Layers of Features from
Tiny Images", 2009), from a JPEG copy, by the app's own training loop on TensorFlow (${facts.device}): SGD with
Nesterov momentum 0.9 and weight decay, batch ${plan.batch}, label smoothing ${plan.labelSmoothing}, pictures mirrored at random and shifted by up to 4 pixels.
The rate fell along a cosine ${phases}. No picture was
held back to choose an epoch: the weights are those of the last one. The network and its rate were tried for three epochs
on 45,000 of the training pictures, judged by the other 5,000; the second fall was added when the first alone had been
tested (0.8734). It took ${number(Math.round(facts.seconds / 60))} minutes on that processor, other work running beside it.

    ${facts.command}

Seed ${facts.seed}, ${facts.date}, Cotejo ${facts.cotejo}. The same seed gives the same weights to start from, the same order and the same
augmentation; the last digits of sums differ between machines, and so do the weights in the end.

## What it reaches on CIFAR-10

Test accuracy **${percent(test.accuracy, 2)}** on ${number(test.count)} pictures (95 % interval, Wilson: ${percent(testInterval.low, 2)} to ${percent(testInterval.high, 2)}), loss ${test.loss.toFixed(3)};
on ${number(train.count)} of its training pictures ${percent(train.accuracy, 2)}. The classifier that was trained with it is in the file as the layer
\`logits\`, so that this can be checked: the classes are, in this order, ${facts.labels.join(', ')}.

${classes(facts)}

Taken for each other most: ${mixedUp(facts)}.

## What it is worth on other pictures

${transferOf(facts)}

## Limits

- It has seen ten classes of things at 32 pixels and nothing else. Details that only show at larger sizes mean nothing
  to it; on photos it reacts to colours, edges and coarse shapes.
- Where the classes of other pictures are among CIFAR-10's own (cats and horses are), it has an easier task than with
  things that it has never seen.
- CIFAR-10 was gathered from the web in the 2000s and labelled by students; what it lacks and where it is one-sided,
  this network is too. There are near copies between its training and test parts (Barz and Denzler, "Do We Train on
  Test Data?", 2020), so that its test accuracy flatters a little.
- Not for anything that matters: no decision about people, safety or money should rest on it.
- CIFAR-10's authors state no licence; its pictures are not part of this project, only weights computed from them.
`
}

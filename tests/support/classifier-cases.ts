// What classifiers say about test images, random and degenerate, for comparing our figures with the references.

let state = 12345
/** Park and Miller's generator: the inputs are the same on every run. */
const random = () => (state = (state * 48271) % 2147483647) / 2147483647

export interface Case {
  name: string
  classes: number
  labels: number[]
  probabilities: number[]
}

/** `sharpness` 0 leaves all classes equal; high values make certain predictions. */
function makeCase(
  name: string,
  classes: number,
  images: number,
  sharpness: number,
  label: () => number,
): Case {
  const labels = Array.from({ length: images }, label)
  const probabilities = new Float32Array(images * classes)
  labels.forEach((truth, i) => {
    const logits = Array.from({ length: classes }, (_, c) => sharpness * (random() + (c === truth ? 0.3 : 0)))
    const top = Math.max(...logits)
    const powers = logits.map((v) => Math.exp(v - top))
    const sum = powers.reduce((a, b) => a + b, 0)
    probabilities.set(
      powers.map((v) => v / sum),
      i * classes,
    )
  })
  return { name, classes, labels, probabilities: Array.from(probabilities) }
}

/** The class itself, with all of the probability, for every image. */
function certain(name: string, classes: number, labels: number[], predicted: number[]): Case {
  const probabilities = predicted.flatMap((p) => Array.from({ length: classes }, (_, c) => (c === p ? 1 : 0)))
  return { name, classes, labels, probabilities }
}

/** Whole eighths of probability, so that many images and classes are equally probable. */
function tied(name: string, classes: number, images: number): Case {
  const labels = Array.from({ length: images }, anyOf(classes))
  const probabilities = labels.flatMap((label) => {
    const row = new Array<number>(classes).fill(0)
    for (let eighth = 0; eighth < 8; eighth++) row[random() < 0.3 ? label : anyOf(classes)()]! += 1 / 8
    return row
  })
  return { name, classes, labels, probabilities }
}

const anyOf = (n: number) => () => Math.floor(random() * n)
export const cases: readonly Case[] = [
  makeCase('3 classes', 3, 150, 4, anyOf(3)),
  makeCase('10 classes, 10,000 images', 10, 10_000, 6, anyOf(10)),
  makeCase('300 of one class, 20 of another', 2, 320, 2, () => (random() < 1 / 16 ? 1 : 0)),
  makeCase('two classes', 2, 27, 3, anyOf(2)),
  makeCase('200 classes, few images', 200, 300, 8, anyOf(200)),
  makeCase('overconfident: probabilities that underflow', 3, 200, 120, anyOf(3)),
  makeCase('class 1 absent from the labels', 4, 100, 5, () => [0, 2, 3][anyOf(3)()]!),
  makeCase('one class only in the labels', 3, 50, 5, () => 2),
  makeCase('all probabilities equal', 3, 60, 0, anyOf(3)),
  tied('ties, 5 classes', 5, 200),
  tied('ties, 12 classes', 12, 60),
  certain('all predictions one class', 3, Array.from({ length: 60 }, anyOf(3)), Array(60).fill(1)),
  certain('class 3 neither there nor predicted', 4, [0, 1, 2, 0], [0, 1, 2, 1]),
  certain('everything wrong', 3, [0, 1, 2, 0, 1, 2], [1, 2, 0, 1, 2, 0]),
  certain('everything right', 3, [0, 1, 2], [0, 1, 2]),
  certain('one image', 2, [1], [0]),
]

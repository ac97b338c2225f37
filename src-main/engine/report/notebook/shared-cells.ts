// Cells that all runs share: the libraries, what trains and tests, and what it came to.
import { type Words } from '../words/words'
import { BATCHES_CLASS } from './augment-code'
import { codeCell, markdownCell, type Cell } from './cells'
import { KEEP_BEST_CLASS, RATE_CLASS } from './plan-code'
import { pythonComment, pythonText } from './python'

export function setupCells(words: Words): Cell[] {
  const says = (key: string) => pythonComment(words.t(`notebook.comments.${key}`))
  return [
    codeCell(
      'setup',
      `# ${says('install')}
# %pip install keras tensorflow pillow matplotlib

import base64
import hashlib
import io
import json
import math
import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from PIL import Image, ImageCms, ImageOps

print("Keras", keras.__version__, keras.backend.backend())`,
    ),
  ]
}

/** Weights by the names of layers: a file may hold more than the base, such as the top that it was trained with. */
const loadByName = (words: Words): string => `def load_by_name(base, path):
    """${words.t('notebook.classes.loadByName').replace(/["\\]/g, '')}"""
    kernels = [variable for variable in base.trainable_variables if len(variable.shape) > 1]
    before = [keras.ops.convert_to_numpy(kernel) for kernel in kernels]
    base.load_weights(path, by_name=True)
    for old, kernel in zip(before, kernels):
        if np.array_equal(old, keras.ops.convert_to_numpy(kernel)):
            raise ValueError(${pythonText(words.t('notebook.says.noWeights'))} + f" {kernel.path}")
`

export interface Needed {
  batches: boolean
  rate: boolean
  keepBest: boolean
  loadByName: boolean
}

export function toolCells(needed: Needed, words: Words): Cell[] {
  const about = (key: string) => words.t(`notebook.classes.${key}`).replace(/["\\]/g, '')
  const classes = [
    needed.loadByName ? loadByName(words) : null,
    needed.rate ? RATE_CLASS.replace('%s', () => about('rate')) : null,
    needed.keepBest ? KEEP_BEST_CLASS.replace('%s', () => about('keepBest')) : null,
    needed.batches ? BATCHES_CLASS.replace('%s', () => about('batches')) : null,
  ].filter((one) => one !== null)
  const says = (key: string) => pythonText(words.t(`notebook.says.${key}`))
  const experiment = `def wilson(right, count, z=1.959963984540054):
    """${about('wilson')}"""
    p, n = right / count, count
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return centre - half, centre + half


def plot(name, histories):
    figure, axes = plt.subplots(1, 2, figsize=(9, 3))
    for history in histories:
        joined = {key: sum((part.history.get(key, []) for part in history), []) for key in history[0].history}
        epochs = range(1, len(joined["loss"]) + 1)
        for axis, key in zip(axes, ("loss", "accuracy")):
            axis.plot(epochs, joined[key], color="tab:blue")
            if "val_" + key in joined:
                axis.plot(epochs, joined["val_" + key], color="tab:orange", linestyle="--")
            axis.set(xlabel=${says('epoch')}, title=f"{name}: " + {"loss": ${says('loss')}, "accuracy": ${says('accuracy')}}[key])
    axes[0].legend([${says('train')}, ${says('validation')}])
    plt.show()


def experiment(name, train, x, parts, seed, reported):
    """${about('experiment')}"""
    predicted = np.full(len(Y), -1)
    histories = []
    for number, (training, validating, testing) in enumerate(parts):
        model, history = train(training, validating, seed + number)
        histories.append(history)
        predicted[testing] = model.predict(x[testing], verbose=0).argmax(1)
    plot(name, histories)
    tested = np.flatnonzero(predicted >= 0)
    right = int((predicted[tested] == y_labels[tested]).sum())
    low, high = wilson(right, len(tested))
    result = dict(name=name, right=right, count=len(tested), accuracy=right / len(tested), low=low, high=high)
    print(f"{name}: {right} / {len(tested)} = {result['accuracy']:.4f} [{low:.4f}, {high:.4f}]")
    if reported:
        result["reported"] = dict(zip(("accuracy", "low", "high"), reported))
        result["agrees"] = reported[1] <= result["accuracy"] <= reported[2]
        print("Cotejo: {:.4f} [{:.4f}, {:.4f}]".format(*reported))
        print(${says('agrees')} if result["agrees"] else ${says('disagrees')})
    matrix = np.zeros((len(LABELS), len(LABELS)), int)
    np.add.at(matrix, (y_labels[tested], predicted[tested]), 1)
    side = min(9, 2.5 + 0.5 * len(LABELS))
    figure, axis = plt.subplots(figsize=(side, side))
    axis.imshow(matrix, cmap="Blues")
    axis.set(xlabel=${says('predicted')}, ylabel=${says('actual')}, title=name)
    axis.set_xticks(range(len(LABELS)), LABELS, rotation=45, ha="right")
    axis.set_yticks(range(len(LABELS)), LABELS)
    if len(LABELS) <= 20:
        for (row, column), value in np.ndenumerate(matrix):
            axis.text(column, row, value, ha="center", va="center",
                      color="white" if value > matrix.max() / 2 else "black")
    plt.show()
    result["predicted"] = predicted
    return result


RESULTS = {}`
  return [
    markdownCell('tools', `## ${words.t('notebook.headings.tools')}\n\n${words.t('notebook.tools')}`),
    ...classes.map((text, at) => codeCell(`class-${at + 1}`, text)),
    codeCell('experiment', experiment),
  ]
}

/** What it came to; with several runs also their differences. */
export function endCells(runs: number, words: Words): Cell[] {
  const says = (key: string) => pythonText(words.t(`notebook.says.${key}`))
  const table = `for sign, result in RESULTS.items():
    cotejo = result.get("reported")
    said = "  Cotejo {accuracy:.4f} [{low:.4f}, {high:.4f}]".format(**cotejo) if cotejo else ""
    print(f"{sign}  {result['accuracy']:.4f} [{result['low']:.4f}, {result['high']:.4f}]{said}  {result['name']}")`
  const pairs = `def mcnemar(a, b):
    """${words.t('notebook.classes.mcnemar').replace(/["\\]/g, '')}"""
    both = (a["predicted"] >= 0) & (b["predicted"] >= 0)
    right_a = a["predicted"][both] == y_labels[both]
    right_b = b["predicted"][both] == y_labels[both]
    only_a, only_b = int((right_a & ~right_b).sum()), int((right_b & ~right_a).sum())
    n, k = only_a + only_b, min(only_a, only_b)
    p = min(1.0, 2 * sum(math.comb(n, i) for i in range(k + 1)) / 2**n)
    return only_a, only_b, p


signs = list(RESULTS)
for i, first in enumerate(signs):
    for second in signs[i + 1:]:
        only_a, only_b, p = mcnemar(RESULTS[first], RESULTS[second])
        print(f"{first} – {second}: {only_a} : {only_b}, p = {p:.3g}", "" if p < 0.05 else ${says('undecided')})`
  return [
    markdownCell('results', `## ${words.t('notebook.headings.results')}\n\n${words.t('notebook.results')}`),
    codeCell('summary', table),
    ...(runs > 1 ? [codeCell('pairs', pairs)] : []),
  ]
}

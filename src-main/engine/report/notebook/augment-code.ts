// Augmentation in the notebook: Keras's own layers where it has one that does nearly the same, NumPy for the rest.
import { type Augmentation } from '../../../contract'
import { pythonNumber } from './python'

/** Six digits are enough for a factor. */
const factor = (value: number): string => pythonNumber(Number(value.toPrecision(6)))

/** Layers that move pixels or change colours, on values 0 to 255. */
export function augmentationLayers(a: Augmentation): string[] {
  const range = 'value_range=(0, 255)'
  const fill = 'fill_mode="reflect"'
  return [
    ...(a.flip ? ['layers.RandomFlip("horizontal")'] : []),
    ...(a.shift > 0 ? [`layers.RandomTranslation(${factor(a.shift)}, ${factor(a.shift)}, ${fill})`] : []),
    ...(a.rotation > 0 ? [`layers.RandomRotation(${factor(a.rotation / 360)}, ${fill})`] : []),
    ...(a.zoom > 0 ? [`layers.RandomZoom(${factor(a.zoom)}, ${fill})`] : []),
    // Keras maps its factor f to f / (1 - f).
    ...(a.saturation > 0
      ? [
          `layers.RandomSaturation((${factor((1 - a.saturation) / (2 - a.saturation))}, ${factor((1 + a.saturation) / (2 + a.saturation))}), ${range})`,
        ]
      : []),
    // Keras turns by half of its factor.
    ...(a.hue > 0 ? [`layers.RandomHue(${factor(Math.min(1, 2 * a.hue))}, ${range})`] : []),
    ...(a.contrast > 0 ? [`layers.RandomContrast(${factor(a.contrast)}, ${range})`] : []),
    ...(a.brightness > 0 ? [`layers.RandomBrightness(${factor(a.brightness)}, ${range})`] : []),
    ...(a.randAugment > 0
      ? [`layers.RandAugment(${range}, num_ops=2, factor=${factor(a.randAugment / 10)})`]
      : []),
  ]
}

/** Changes whose Keras layer does not do exactly what Cotejo does; keys of the report's words. */
export function differences(a: Augmentation): string[] {
  return [
    ...(a.shift > 0 ? ['shift'] : []),
    ...(a.rotation > 0 || a.zoom > 0 ? ['resampling'] : []),
    ...(a.zoom > 0 ? ['zoom'] : []),
    ...(a.saturation > 0 || a.hue > 0 ? ['colour'] : []),
    ...(a.contrast > 0 ? ['contrast'] : []),
    ...(a.randAugment > 0 ? ['randAugment'] : []),
  ]
}

/** Arguments of `Batches` for what NumPy does. */
export function mixingArguments(a: Augmentation): string {
  return [
    a.erasing > 0 ? `, erasing=${factor(a.erasing)}` : '',
    a.mixUp > 0 ? `, mix_up=${factor(a.mixUp)}` : '',
    a.cutMix > 0 ? `, cut_mix=${factor(a.cutMix)}` : '',
  ].join('')
}

/** What is drawn anew for each batch; `%s` is the docstring. */
export const BATCHES_CLASS = `class Batches(keras.utils.PyDataset):
    """%s"""

    def __init__(self, x, y, picked, batch, seed, class_weight=None, balanced=False,
                 augment=(), erasing=0.0, mix_up=0.0, cut_mix=0.0):
        super().__init__()
        self.x, self.y, self.picked, self.batch = x, y, np.asarray(picked), batch
        self.rng = np.random.default_rng(seed)
        self.class_weight = class_weight or {}
        self.balanced, self.augment = balanced, augment
        self.erasing, self.mix_up, self.cut_mix = erasing, mix_up, cut_mix
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.picked) / self.batch)

    def on_epoch_end(self):
        if not self.balanced:
            self.order = self.rng.permutation(self.picked)
            return
        classes = self.y[self.picked].argmax(1)
        order = []
        for place, label in enumerate(self.rng.permutation(np.unique(classes))):
            members = self.picked[classes == label]
            left = (len(self.picked) + place) // len(np.unique(classes))
            while left > 0:
                order.extend(self.rng.permutation(members)[:left])
                left -= len(members)
        self.order = self.rng.permutation(order)

    def __getitem__(self, step):
        picked = self.order[step * self.batch:(step + 1) * self.batch]
        x, y = self.x[picked].astype("float32"), self.y[picked]
        weight = np.array([self.class_weight.get(int(c), 1.0) for c in y.argmax(1)], "float32")
        for layer in self.augment:
            x = layer(x, training=True)
        x = np.array(keras.ops.convert_to_numpy(x))
        if self.erasing > 0:
            x = self.erase(x)
        if self.mix_up > 0 or self.cut_mix > 0:
            return self.mix(x, y, weight)
        return x, y, weight

    def erase(self, x):
        size = x.shape[1]
        for picture in x:
            if self.rng.random() >= self.erasing:
                continue
            share = self.rng.uniform(0.02, 0.33)
            aspect = math.exp(self.rng.uniform(-1, 1) * math.log(1 / 0.3))
            height = int(np.clip(round(size * math.sqrt(share * aspect)), 1, size))
            width = int(np.clip(round(size * math.sqrt(share / aspect)), 1, size))
            top, left = self.rng.integers(0, size + 1 - height), self.rng.integers(0, size + 1 - width)
            picture[top:top + height, left:left + width] = picture.mean((0, 1))
        return x

    def mix(self, x, y, weight):
        size, other = x.shape[1], np.roll(np.arange(len(x)), -1)
        share = np.ones(len(x), "float32")
        mixed = x.copy()
        for i in range(len(x)):
            cut = self.cut_mix > 0 and (self.mix_up == 0 or self.rng.random() < 0.5)
            alpha = self.cut_mix if cut else self.mix_up
            share[i] = self.rng.beta(alpha, alpha)
            if cut:
                half = size * math.sqrt(1 - share[i]) / 2
                y0, x0 = self.rng.uniform(0, size, 2)
                rows, columns = (
                    slice(*np.clip(np.round((at - half, at + half)), 0, size).astype(int))
                    for at in (y0, x0)
                )
                mixed[i, rows, columns] = x[other[i], rows, columns]
                area = (rows.stop - rows.start) * (columns.stop - columns.start)
                share[i] = 1 - area / size**2
            else:
                mixed[i] = share[i] * x[i] + (1 - share[i]) * x[other[i]]
        own, rest = share * weight, (1 - share) * weight[other]
        total = np.maximum(own + rest, 1e-20)
        return mixed, (own[:, None] * y + rest[:, None] * y[other]) / total[:, None], total
`

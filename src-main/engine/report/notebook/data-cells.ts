// The cells that load the pictures, with their labels and the very split of the dataset.
import { deflateRawSync } from 'node:zlib'
import { type ResizeMode } from '../../../contract'
import { type OpenDataset } from '../../data/open'
import { LEFT_OUT, VALIDATION } from '../../data/split'
import { type Words } from '../words/words'
import { codeCell, markdownCell, type Cell } from './cells'
import { pythonComment, pythonList, pythonText, wrapped } from './python'
import { folderName, usedPictures, withoutHome, type NotebookSource } from './source'

/** Above this the list is compressed: nobody would read it. */
const READABLE = 2000
const CIFAR_TRAIN = 50_000

export interface DataCells {
  data: OpenDataset
  source: NotebookSource
  /** The folder beside the notebook. */
  beside: string
  /** Each size and way of making squares that a run has. */
  sizes: readonly { size: number; resize: ResizeMode }[]
  /** Whether each file is compared with what was imported. */
  words: Words
}

const comment = (words: Words, key: string): string =>
  `# ${pythonComment(words.t(`notebook.comments.${key}`))}`

/** `LABELS`, and the list of pictures. */
function listCell({ data, words }: DataCells): Cell {
  const { dataset, files, labels, splits, digests } = data
  const used = usedPictures(data)
  const names = wrapped(dataset.classes.map(({ name }) => pythonText(name)))
  const head = `LABELS = [\n${names}\n]\n\n${comment(words, 'pictures')}\n`
  if (used.length <= READABLE) {
    const lines = used.map(
      (i) => `    (${pythonText(files[i]!)}, ${labels[i]}, ${splits[i]}, ${pythonText(digests?.[i] ?? '')}),`,
    )
    return codeCell('pictures', `${head}PICTURES = [\n${lines.join('\n')}\n]`)
  }
  const list = used.map((i) => [files[i], labels[i], splits[i], ''])
  const packed = deflateRawSync(Buffer.from(JSON.stringify(list)), { level: 9 }).toString('base64')
  const lines = packed.match(/.{1,100}/g)!.map((line) => `    "${line}"`)
  return codeCell(
    'pictures',
    `${head}PICTURES = json.loads(zlib.decompress(base64.b64decode(\n${lines.join('\n')}\n), -15))`,
  )
}

/** `FOLDERS`, `path_of`: where each file is. */
function foldersCode({ source, beside, words }: DataCells): string {
  const folders = source.kind === 'folders' ? source.folders : [{ name: '', path: beside }]
  const lines = folders.map(
    ({ name, path }) =>
      `    ${pythonText(name)}: ${source.kind === 'folders' ? `find_folder(${pythonText(withoutHome(path))}, ${pythonText(folderName(path))})` : `Path(${pythonText(path)})`},`,
  )
  const find = `def find_folder(path, name):
    for folder in (Path(path).expanduser(), Path(name)):
        if folder.exists():
            return folder
    raise FileNotFoundError(${pythonText(words.t('notebook.says.noFolder'))} + f" ({path})")


`
  return `${source.kind === 'folders' ? `${find}${comment(words, 'folder')}\n` : ''}FOLDERS = {
${lines.join('\n')}
}


def path_of(file):
    name, _, rest = file.partition("/")
    if name in FOLDERS and name:
        return FOLDERS[name] / rest if rest else FOLDERS[name]
    return FOLDERS[""] / file
`
}

/** `square`, `load`: pictures as pixels, prepared as Cotejo does. */
const readCode = (words: Words): string => `def upright_rgb(picture):
    ${comment(words, 'upright')}
    picture = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass
    if picture.mode.startswith("I"):
        picture = Image.fromarray((np.asarray(picture) / 257).clip(0, 255).astype("uint8"))
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    return picture.convert("RGB")


def square(picture, size, resize):
    ${comment(words, 'square')}
    width, height = picture.size

    def scaled(to, box):
        return picture.resize(to, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)

    if resize == "cover":
        side = min(width, height)
        left, top = (width - side) / 2, (height - side) / 2
        return scaled((size, size), (left, top, left + side, top + side))
    if resize == "fit":
        scale = size / max(width, height)
        inside = tuple(max(1, round(side * scale)) for side in (width, height))
        canvas = Image.new("RGB", (size, size), "white")
        canvas.paste(scaled(inside, None), tuple((size - side) // 2 for side in inside))
        return canvas
    return scaled((size, size), None)


def read(entry, size, resize):
    file, _, _, digest = entry
    data = path_of(file).read_bytes()
    if digest and base64.urlsafe_b64encode(hashlib.sha256(data).digest()[:9]).decode() != digest:
        raise ValueError(${pythonText(words.t('notebook.says.otherFile'))} + f" {file}")
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(square(upright_rgb(picture), size, resize), "uint8")


def load(size, resize):
    with ThreadPoolExecutor() as pool:
        return np.stack(list(pool.map(lambda entry: read(entry, size, resize), PICTURES)))
`

const arraysCode = (beside: string): string => `def load(size, resize):
    return np.load(Path(${pythonText(beside)}) / f"pictures-{size}-{resize}.npy")
`

const splitCode = `y_labels = np.array([label for _, label, _, _ in PICTURES])
y_split = np.array([split for _, _, split, _ in PICTURES])
`

function cifarCells({ data, words }: DataCells): Cell[] {
  const { labels, imported, splits, dataset } = data
  const all = [...splits.keys()]
  const numbers = (of: readonly number[]) => `[\n${wrapped(of.map(String))}\n]`
  const validation = all.filter((i) => splits[i] === VALIDATION)
  const left = all.filter((i) => splits[i] === LEFT_OUT)
  const changed = all.filter((i) => splits[i] !== LEFT_OUT && labels[i] !== imported.labels[i])
  const lines = [
    `LABELS = ${pythonList(dataset.classes.map(({ name }) => pythonText(name)))}`,
    '',
    comment(words, 'validation'),
    `VALIDATION = ${numbers(validation)}`,
  ]
  if (left.length > 0) lines.push(comment(words, 'leftOut'), `LEFT_OUT = ${numbers(left)}`)
  if (changed.length > 0)
    lines.push(
      comment(words, 'relabelled'),
      `RELABELLED = {${changed.map((i) => `${i}: ${labels[i]}`).join(', ')}}`,
    )
  const load = `(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_all = np.concatenate([x_train, x_test])
y_labels = np.concatenate([y_train, y_test]).ravel().astype(int)
y_split = np.r_[np.zeros(${CIFAR_TRAIN}, int), np.full(len(y_labels) - ${CIFAR_TRAIN}, 2)]
y_split[VALIDATION] = 1
${left.length > 0 ? 'y_split[LEFT_OUT] = -1\n' : ''}${changed.length > 0 ? 'for index, label in RELABELLED.items():\n    y_labels[index] = label\n' : ''}
used = np.flatnonzero(y_split >= 0)
x_all, y_labels, y_split = x_all[used], y_labels[used], y_split[used]


def load(size, resize):
    if size == x_all.shape[1]:
        return x_all
    return np.stack([
        np.asarray(Image.fromarray(x).resize((size, size), Image.Resampling.LANCZOS)) for x in x_all
    ])
`
  return [codeCell('split', lines.join('\n')), codeCell('load', load)]
}

/** Loads at each size that is needed, and shows a few pictures. */
function lookCell({ sizes, words }: DataCells): Cell {
  const loads = sizes
    .map(({ size, resize }) => `    (${size}, "${resize}"): load(${size}, "${resize}"),`)
    .join('\n')
  return codeCell(
    'look',
    `X = {
${loads}
}
Y = np.eye(len(LABELS), dtype="float32")[y_labels]
TRAIN, VALIDATE, TEST = (np.flatnonzero(y_split == part) for part in range(3))
print(f"${escapeBraces(words.t('notebook.says.counts'))}")

first = next(iter(X.values()))
figure, axes = plt.subplots(len(LABELS), 8, figsize=(9, 1.3 * len(LABELS)), squeeze=False)
for label, row in enumerate(axes):
    row[0].set_title(LABELS[label], loc="left", fontsize=9)
    for axis, index in zip(row, TRAIN[y_labels[TRAIN] == label]):
        axis.imshow(first[index])
    for axis in row:
        axis.axis("off")
plt.show()`,
  )
}

/** Texts with `{train}` are Python's f-strings here; nothing else in them may be a brace or a quote. */
const escapeBraces = (text: string): string =>
  text
    .replace(/["\\]/g, '')
    .replace('{train}', '{len(TRAIN)}')
    .replace('{validation}', '{len(VALIDATE)}')
    .replace('{test}', '{len(TEST)}')
    .replace('{classes}', '{len(LABELS)}')

export function dataCells(parts: DataCells): Cell[] {
  const { source, beside, words } = parts
  const about = words.t(`notebook.source.${source.kind}`, { folder: `\`${beside}\`` })
  const head = markdownCell(
    'data',
    `## ${words.t('notebook.headings.data')}\n\n${about}\n\n${words.t('notebook.split')}`,
  )
  if (source.kind === 'cifar10') return [head, ...cifarCells(parts), lookCell(parts)]
  const code =
    source.kind === 'arrays'
      ? `${arraysCode(beside)}\n\n${splitCode}`
      : `${foldersCode(parts)}\n\n${readCode(words)}\n\n${splitCode}`
  return [head, listCell(parts), codeCell('load', code), lookCell(parts)]
}

// The built-in sample: Cotejo draws it and then imports it like any folder.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Dataset, type ImportOptions, type ImportReport } from '../../../contract'
import { throwIfCancelled, type Task } from '../../task'
import { importFolder } from '../folder'
import { ORIGINALS } from '../originals'
import { inOrder } from '../pool'
import { picturesInFlight, sharp } from '../sharp'
import { drawAnimal, ANIMALS, SAMPLE_SIDE } from './draw'

export interface SampleImport {
  id: string
  folder: string
  /** Pictures of each class. */
  perClass: number
  /** What the animals are called, in the order of ANIMALS; their English names where they are left out. */
  classes?: readonly string[] | undefined
  options: ImportOptions
  seed: number
}

/**
 * Draws `perClass` pictures of each animal into the dataset's own `originals` folder and imports them. The seed
 * decides the drawings and the split.
 */
export async function importSample(
  { id, folder, perClass, classes = ANIMALS, options, seed }: SampleImport,
  task: Task,
): Promise<{ dataset: Dataset; report: ImportReport }> {
  const originals = join(folder, ORIGINALS)
  for (const name of classes) await mkdir(join(originals, name), { recursive: true })
  const wanted = ANIMALS.flatMap((animal, at) =>
    Array.from({ length: perClass }, (_, number) => ({ animal, name: classes[at]!, number })),
  )
  const draw = async ({ animal, name, number }: (typeof wanted)[number]) => {
    const png = await sharp(Buffer.from(drawAnimal(animal, seed, number)), { density: 72 })
      .resize(SAMPLE_SIDE, SAMPLE_SIDE)
      .flatten()
      .png({ compressionLevel: 6 })
      .toBuffer()
    await writeFile(join(originals, name, `${String(number + 1).padStart(3, '0')}.png`), png)
    return name
  }
  let done = 0
  for await (const name of inOrder(wanted, picturesInFlight, draw)) {
    throwIfCancelled(task)
    task.progress({ stage: 'draw', done: ++done, total: wanted.length, unit: 'images', item: name })
  }
  return await importFolder(
    {
      id,
      folder,
      kind: 'sample',
      name: title(classes),
      mounts: [{ name: '', path: originals, owned: true }],
      options,
      seed,
    },
    task,
  )
}

/** "butterfly", "cat", "horse": "Butterfly, cat, horse". */
function title(classes: readonly string[]): string {
  const all = classes.join(', ')
  return all.charAt(0).toLocaleUpperCase() + all.slice(1)
}

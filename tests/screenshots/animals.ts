// A folder of drawn animals with the faults that folders of photos have: for pictures of what import finds.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { ANIMALS, drawAnimal, type Animal } from '../../src-main/engine/data/sample/draw'

const SEED = 7
const SIDE = 320

const drawn = (animal: Animal, number: number) =>
  sharp(Buffer.from(drawAnimal(animal, SEED, number)), { density: 144 })
    .resize(SIDE, SIDE)
    .flatten()

/**
 * @param names what the classes are called, in the order of the sample's animals
 * @param counts pictures of each
 */
export async function animalFolder(
  folder: string,
  names: readonly string[],
  counts: readonly number[],
): Promise<string> {
  const put = (path: string, bytes: Buffer) => writeFile(join(folder, path), bytes)
  for (const [at, animal] of ANIMALS.entries()) {
    await mkdir(join(folder, names[at]!), { recursive: true })
    for (let number = 0; number < counts[at]!; number++)
      await put(`${names[at]}/IMG_${1201 + number}.jpg`, await drawn(animal, number).jpeg().toBuffer())
  }
  const [first, second, third] = names as [string, string, string]
  // The same photo twice, the same in two classes, and saved again for the web.
  await copyFile(join(folder, first, 'IMG_1203.jpg'), join(folder, first, 'IMG_1203 (1).jpg'))
  await copyFile(join(folder, second, 'IMG_1204.jpg'), join(folder, third, 'IMG_1204.jpg'))
  await put(`${second}/web.jpg`, await drawn(ANIMALS[1]!, 5).resize(180).jpeg({ quality: 60 }).toBuffer())
  await put(`${third}/web.jpg`, await drawn(ANIMALS[2]!, 8).resize(200).jpeg({ quality: 60 }).toBuffer())
  // Sideways as phones store it, in the dark, a thumbnail, cut off, and not a picture.
  const sideways = await drawn(ANIMALS[0]!, 100)
    .rotate(-90)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  await put(`${first}/phone.jpg`, sideways)
  await put(`${second}/night.jpg`, await drawn(ANIMALS[1]!, 101).linear(0.05, 0).jpeg().toBuffer())
  await put(`${third}/thumb.jpg`, await drawn(ANIMALS[2]!, 102).resize(20).jpeg().toBuffer())
  await put(`${third}/IMG_1301.jpg`, (await drawn(ANIMALS[2]!, 103).jpeg().toBuffer()).subarray(0, 2400))
  await put(`${first}/notes.jpg`, Buffer.from('taken in the garden'))
  return folder
}

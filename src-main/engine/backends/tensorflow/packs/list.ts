// The packs as the doctor, `engine list` and the screen show them.
import { packName, type PackInfo } from '../../../../contract'
import { readPack } from './folder'
import { possible } from './possible'
import { cudaWheels, tensorflowVersion, tensorflowWheels } from './table'

export async function listPacks(packs: string): Promise<PackInfo[]> {
  return Promise.all(
    packName.options.map(async (name) => {
      const pack = await readPack(packs, name)
      const obstacle = pack ? null : await possible(name)
      const wheel = tensorflowWheels[name][`${process.platform}-${process.arch}`]?.[0]
      const extra = name === 'cuda' ? cudaWheels.reduce((sum, { bytes }) => sum + bytes, 0) : 0
      return {
        name,
        version: tensorflowVersion,
        installed: pack !== null,
        possible: obstacle === null,
        problem: obstacle?.problem ?? null,
        hint: obstacle?.hint ?? null,
        ...(obstacle?.finding && { finding: obstacle.finding }),
        folder: pack?.folder ?? null,
        bytes: pack?.bytes ?? null,
        downloadBytes: wheel ? wheel.bytes + extra : null,
      }
    }),
  )
}

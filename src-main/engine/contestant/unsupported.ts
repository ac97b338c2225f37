// What is said of a model that cannot be brought in: what is in the way, and what to do about it.
import { UserError } from '../../contract'

/** A file that is damaged, hostile, or not what its name says. */
export function damaged(file: string, why: string, cause?: unknown): UserError {
  return new UserError('file-unreadable', `${file} cannot be read as a model: ${why}.`, {
    detail: { file, why },
    hint: 'Export the model again, or get the file again.',
    cause,
  })
}

/** A model with something in it that Cotejo does not compute. */
export function unsupported(what: string, hint: string): UserError {
  return new UserError('model-unsupported', `This model cannot be brought in: it has ${what}.`, {
    detail: { what },
    hint,
  })
}

const REBUILD =
  'Build the same model from the usual layers of image classifiers, copy the weights over, and save that one.'

/** @param name as the model calls the layer */
export const unsupportedLayer = (type: string, name: string): UserError =>
  unsupported(`the layer ${name} of the type ${type}, which Cotejo does not know`, REBUILD)

export const unsupportedSetting = (setting: string, name: string): UserError =>
  unsupported(`the layer ${name} with ${setting}`, REBUILD)

/** Layers that hold a program: it is not read, and never run. */
export const holdsProgram = (type: string, name: string): UserError =>
  unsupported(
    `the layer ${name} of the type ${type}, which holds a program`,
    'Programs in files are never run. Replace it by layers (Rescaling for the scaling of pixels) and save the model again.',
  )

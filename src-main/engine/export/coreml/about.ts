// What the README of a Core ML export says.
import { type ModelDescription } from '../../../contract'
import { type FormatText } from '../readme'

export const about = ({ preprocessing: { resize } }: ModelDescription): FormatText => ({
  format: 'Core ML (ML Program, for iOS 15, macOS 12 and later)',
  tryIt: 'Open `model.mlpackage` in Xcode, and drop pictures on its Preview tab.',
  usage: `\`\`\`swift
// Drag model.mlpackage into the Xcode project.
import Vision

let request = VNCoreMLRequest(model: try VNCoreMLModel(for: model(configuration: .init()).model)) { request, _ in
  let best = (request.results as? [VNClassificationObservation])?.first
  print(best?.identifier ?? "", best?.confidence ?? 0)
}
request.imageCropAndScaleOption = ${CROP[resize]}
try VNImageRequestHandler(cgImage: image).perform([request])
\`\`\`

Vision turns, scales and crops pictures itself, with a filter of its own: answers differ a little from those of the
run. In Python, on a Mac: \`coremltools.models.MLModel('model.mlpackage').predict({'image': image})\` with a
\`PIL.Image\` that was prepared as described below.`,
  inside: true,
  files: [['`model.mlpackage`', "the model, a folder that Apple's systems show as one file"]],
})

/** Vision's names of the ways to bring a picture to the input's size. */
const CROP = { cover: '.centerCrop', fit: '.scaleFit', stretch: '.scaleFill' } as const

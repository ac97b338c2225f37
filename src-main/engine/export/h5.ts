// Keras 2's `.h5`: layers that Keras has had since 2.6, with the preparation of pictures inside. Opened by
// load_model of Keras 2 and of Keras 3.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { EXACT, type Format } from './format'
import { keras2File } from './keras/keras2'
import { openKeras, readKeras2 } from './keras/read'
import { type FormatText } from './readme'

const FILE = 'model.h5'

const about = ({ preprocessing: { size } }: ModelDescription): FormatText => ({
  format: 'a Keras 2 model in an HDF5 file',
  usage: `\`\`\`python
# pip install tensorflow
import json
from tensorflow import keras

model = keras.models.load_model("${FILE}", compile=False)
labels = json.load(open("metadata.json", encoding="utf-8"))["labels"]
# \`images\`: [pictures, ${size}, ${size}, 3], uint8 or float32, prepared as described below
probabilities = model.predict(images)
print([labels[best] for best in probabilities.argmax(axis=1)])
\`\`\``,
  inside: true,
  files: [[`\`${FILE}\``, 'the model: layers and weights']],
})

export const h5: Format = {
  about,
  async write(folder, run) {
    await writeFile(join(folder, FILE), await keras2File(await run.graph()))
  },
  open: (folder, { description }) => openKeras(join(folder, FILE), readKeras2, description),
  tolerance: EXACT,
}

// Keras 3's `.keras`: layers that every Keras 3 has, with the preparation of pictures inside. Opened by
// keras.saving.load_model in its safe mode.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { EXACT, type Format } from './format'
import { keras3File } from './keras/keras3'
import { openKeras, readKeras3 } from './keras/read'
import { type FormatText } from './readme'

const FILE = 'model.keras'

const about = ({ preprocessing: { size } }: ModelDescription): FormatText => ({
  format: 'a Keras 3 model',
  usage: `\`\`\`python
# pip install keras tensorflow (or jax, or torch)
import json, keras

model = keras.saving.load_model("${FILE}")
labels = json.load(open("metadata.json", encoding="utf-8"))["labels"]
# \`images\`: [pictures, ${size}, ${size}, 3], uint8 or float32, prepared as described below
probabilities = model.predict(images)
print([labels[best] for best in probabilities.argmax(axis=1)])
\`\`\`

All layers are Keras's own, so that it loads in safe mode, and can be trained further.`,
  inside: true,
  files: [[`\`${FILE}\``, 'the model: layers and weights']],
})

export const keras: Format = {
  about,
  async write(folder, run) {
    await writeFile(join(folder, FILE), await keras3File(await run.graph()))
  },
  open: (folder, { description }) => openKeras(join(folder, FILE), readKeras3, description),
  tolerance: EXACT,
}

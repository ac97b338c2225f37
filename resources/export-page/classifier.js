// The model, and the way from a file to its answer. Can be used without the page:
//   const { classes } = await cotejoClassifier.classify(file)   // [{ label, probability }], likeliest first
'use strict'
;(function (root) {
  const { tf, cotejoModel, cotejoPixels } = root

  /** Arrays of bytes as one. */
  function joined(parts) {
    if (parts.length === 1) return parts[0]
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  /** base64 to bytes; atob alone may be slow, but a page from a folder may not fetch a data address. */
  function bytesOf(base64) {
    const text = atob(base64)
    const bytes = new Uint8Array(text.length)
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i)
    return bytes
  }

  /** Graphics hardware that computes with half precision would answer something else than the trained model. */
  async function chooseBackend() {
    await tf.ready()
    if (tf.getBackend() === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED'))
      await tf.setBackend('cpu')
    await tf.ready()
  }

  let loaded
  /** Loads the model once. */
  function load() {
    loaded ??= (async () => {
      await chooseBackend()
      const { modelTopology, weightSpecs, weights } = cotejoModel
      const weightData = joined(weights.map(bytesOf)).buffer
      cotejoModel.weights = null
      return await tf.loadLayersModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) })
    })()
    return loaded
  }

  /** Decodes upright, in sRGB, on white. @returns RGB pixels and what the file was */
  async function decode(blob) {
    const format = cotejoPixels.formatOf(new Uint8Array(await blob.slice(0, 12).arrayBuffer()))
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' })
    const { width, height } = bitmap
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    // Without alpha a canvas starts black and stays opaque.
    const context = canvas.getContext('2d', { alpha: false, colorSpace: 'srgb', willReadFrequently: true })
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.drawImage(bitmap, 0, 0)
    bitmap.close()
    const rgba = context.getImageData(0, 0, width, height).data
    return { picture: cotejoPixels.withoutAlpha(rgba, width, height), format }
  }

  /** The square that the model sees, as bytes. */
  async function prepare(blob) {
    const { picture, format } = await decode(blob)
    return cotejoPixels.toSquare(picture, cotejoModel.description.preprocessing, format)
  }

  /**
   * @param {Blob} blob a picture file
   * @returns {Promise<{ classes: { label: string, probability: number }[], square: Uint8Array }>} likeliest first
   */
  async function classify(blob) {
    const { labels, preprocessing } = cotejoModel.description
    const square = await prepare(blob)
    const model = await load()
    const { size } = preprocessing
    const answer = tf.tidy(() =>
      model.predict(tf.tensor4d(cotejoPixels.toInput(square, preprocessing), [1, size, size, 3])),
    )
    const probabilities = await answer.data()
    answer.dispose()
    const classes = labels.map((label, i) => ({ label, probability: probabilities[i] }))
    return { classes: classes.sort((a, b) => b.probability - a.probability), square }
  }

  root.cotejoClassifier = { load, prepare, classify }
})(globalThis)

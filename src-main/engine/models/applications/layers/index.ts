// Registers the layers and activations that TensorFlow.js lacks: loading a saved model needs them.
import './activations'
import './layerNormalization'
import './layerScale'
import './normalization'
import './relu'

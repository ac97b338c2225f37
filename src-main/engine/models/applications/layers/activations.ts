// Activations that TensorFlow.js lacks, or computes in more passes than needed, under their names in Keras. A layer's
// `activation` is looked up by these names, also when a saved model is loaded.
import { tf, type Tensor } from '../../../tf'

/** x · relu6(x + 3) / 6 (Howard et al. 2019). */
class HardSwish extends tf.serialization.Serializable {
  static className = 'hardSwish'
  apply(x: Tensor): Tensor {
    return tf.tidy(() =>
      x
        .add(3)
        .relu6()
        .mul(x)
        .mul(1 / 6),
    )
  }
  getConfig() {
    return {}
  }
}

/** x · sigmoid(x) (Ramachandran, Zoph, Le 2017). */
class Swish extends tf.serialization.Serializable {
  static className = 'swish'
  apply(x: Tensor): Tensor {
    return tf.tidy(() => x.mul(x.sigmoid()))
  }
  getConfig() {
    return {}
  }
}

tf.serialization.registerClass(HardSwish)
tf.serialization.registerClass(Swish)

"""Keras's side of a comparison: features of noise by `predict`, for as many pictures as each line of stdin says.

Prints one JSON line a request: seconds, by the clock and of processor time. Started by bench/features-against-keras.ts.
Arguments: side of the pictures, batch, threads.
"""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"
size, batch, threads = (int(argument) for argument in sys.argv[1:4])

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)
keras.utils.set_random_seed(1)

base = keras.applications.MobileNetV2(input_shape=(size, size, 3), include_top=False, weights=None, pooling="avg")
image = keras.Input((size, size, 3))
model = keras.Model(image, base(layers.Rescaling(1 / 127.5, -1)(image)))
random = np.random.default_rng(1)

print(json.dumps({"keras": keras.__version__, "tensorflow": tf.__version__}), flush=True)
for line in sys.stdin:
    images = random.integers(0, 256, (int(line), size, size, 3), dtype=np.uint8)
    start, cpu = time.perf_counter(), time.process_time()
    model.predict(images, batch_size=batch, verbose=0)
    print(json.dumps({"wall": time.perf_counter() - start, "cpu": time.process_time() - cpu}), flush=True)

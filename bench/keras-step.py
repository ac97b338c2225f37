"""Keras's side of a comparison: trains by `fit` on noise, as many steps as each line of stdin says.

Prints one JSON line a request: milliseconds a step, by the clock and of processor time. Started by bench/against-keras.ts.
Arguments: model (seed, tiny, mobilenetv2, mobilenetv2-head), batch, threads.
"""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"
model_name, batch, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)
keras.utils.set_random_seed(1)


def convolutional(size, filters, dense):
    model = [keras.Input((size, size, 3))]
    for count in filters:
        model += [layers.Conv2D(count, 3, padding="same", activation="relu"), layers.MaxPooling2D()]
    return keras.Sequential(
        model + [layers.Flatten(), layers.Dense(dense, activation="relu"), layers.Dense(10, activation="softmax")]
    )


def mobilenet(size, head_only):
    base = keras.applications.MobileNetV2(input_shape=(size, size, 3), include_top=False, weights=None)
    base.trainable = not head_only
    image = keras.Input((size, size, 3))
    features = layers.GlobalAveragePooling2D()(base(image, training=False if head_only else None))
    return keras.Model(image, layers.Dense(10, activation="softmax")(features))


if model_name == "seed":
    size, model = 32, convolutional(32, [32, 64], 512)
elif model_name == "tiny":
    size, model = 8, convolutional(8, [4, 8], 16)
elif model_name in ("mobilenetv2", "mobilenetv2-head"):
    size, model = 96, mobilenet(96, model_name.endswith("head"))
else:
    sys.exit(f"unknown model {model_name}")

model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
random = np.random.default_rng(1)

print(json.dumps({"keras": keras.__version__, "tensorflow": tf.__version__, "parameters": model.count_params()}), flush=True)
for line in sys.stdin:
    steps = int(line)
    images = random.random((steps * batch, size, size, 3), dtype=np.float32)
    labels = random.integers(0, 10, steps * batch, dtype=np.int32)
    start, cpu = time.perf_counter(), time.process_time()
    model.fit(images, labels, batch_size=batch, epochs=1, shuffle=False, verbose=0)
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"wall": 1000 * wall / steps, "cpu": 1000 * cpu / steps}), flush=True)

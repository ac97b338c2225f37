"""Keras's side of bench/cifar-against-keras.ts: the seed CNN by `fit` on the pictures and the split of a Cotejo dataset.

Arguments: the dataset's folder, seed, epochs, batch, and perhaps a folder with Cotejo's initial weights (weights.f32)
and its order of the training pictures (order-<epoch>.i32), so that nothing but rounding differs. Prints one JSON document.
"""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"
folder, seed, epochs, batch = sys.argv[1], *map(int, sys.argv[2:5])
start = sys.argv[5] if len(sys.argv) > 5 else None

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402

with open(os.path.join(folder, "items.json"), encoding="utf-8") as file:
    items = json.load(file)
labels, splits = np.array(items["labels"]), np.array(items["splits"])
pixels = np.fromfile(os.path.join(folder, "images-32-cover.u8"), np.uint8).reshape(-1, 32, 32, 3)
validation, test = (
    (pixels[splits == part].astype("float32") / 255, labels[splits == part]) for part in (1, 2)
)

keras.utils.set_random_seed(seed)
model = keras.Sequential(
    [
        keras.Input((32, 32, 3)),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(64, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(512, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])


class Reordered(keras.utils.PyDataset):
    """The training pictures in a new order each epoch: Cotejo's, or one of numpy's.

    Keras 3.15 on TensorFlow shuffles arrays in the same way every epoch once `set_random_seed` was called, which costs
    three points of test accuracy here; hence an order of our own.
    """

    epoch = 1
    order = None

    def reorder(self):
        if start:
            return np.fromfile(os.path.join(start, f"order-{self.epoch}.i32"), np.int32)
        return np.random.default_rng([seed, self.epoch]).permutation(np.flatnonzero(splits == 0))

    def __len__(self):
        return -(-int((splits == 0).sum()) // batch)

    def __getitem__(self, index):
        if self.order is None:
            self.order = self.reorder()
        chosen = self.order[index * batch : (index + 1) * batch]
        return pixels[chosen].astype("float32") / 255, labels[chosen]

    def on_epoch_end(self):
        self.epoch += 1
        self.order = None


if start:
    flat, at, weights = np.fromfile(os.path.join(start, "weights.f32"), np.float32), 0, []
    for weight in model.get_weights():
        weights.append(flat[at : at + weight.size].reshape(weight.shape))
        at += weight.size
    model.set_weights(weights)
started = time.perf_counter()
best = keras.callbacks.EarlyStopping("val_loss", patience=3, restore_best_weights=True)
history = model.fit(
    Reordered(), shuffle=False, epochs=epochs, validation_data=validation, callbacks=[best], verbose=0
)
seconds = time.perf_counter() - started
loss, accuracy = model.evaluate(*test, batch_size=256, verbose=0)
print(
    json.dumps(
        {
            "testAccuracy": accuracy,
            "testLoss": loss,
            "epochs": len(history.history["loss"]),
            "parameters": model.count_params(),
            "seconds": seconds,
            "trainLoss": history.history["loss"],
            "keras": keras.__version__,
        }
    )
)

"""Keras's side of bench/cifar-against-keras.ts: the seed CNN by `fit` on the pictures and the split of a Cotejo dataset.

Arguments: the dataset's folder, seed, epochs, batch. Prints one JSON document.
"""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"
folder, seed, epochs, batch = sys.argv[1], *map(int, sys.argv[2:5])

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers  # noqa: E402

with open(os.path.join(folder, "items.json"), encoding="utf-8") as file:
    items = json.load(file)
labels, splits = np.array(items["labels"]), np.array(items["splits"])
pixels = np.fromfile(os.path.join(folder, "images-32-cover.u8"), np.uint8).reshape(-1, 32, 32, 3)
train, validation, test = (
    (pixels[splits == part].astype("float32") / 255, labels[splits == part]) for part in (0, 1, 2)
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
started = time.perf_counter()
best = keras.callbacks.EarlyStopping("val_loss", patience=3, restore_best_weights=True)
history = model.fit(
    *train, batch_size=batch, epochs=epochs, validation_data=validation, callbacks=[best], verbose=0
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
            "keras": keras.__version__,
        }
    )
)

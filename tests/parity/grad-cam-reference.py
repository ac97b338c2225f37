"""Grad-CAM by Keras and tf.GradientTape, on networks with weights and pictures made by formulas.

    python grad-cam-reference.py > grad-cam-reference.json

For each architecture: the layer whose output is the map, and the heat of two pictures for each of three classes. The
networks are those of applications-reference.py with a global average and a dense layer of three classes on top.

Made with Keras 3.15.1 on TensorFlow 2.21.0.
"""

import importlib.util
import json
import os

here = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("applications", os.path.join(here, "applications-reference.py"))
applications = importlib.util.module_from_spec(spec)
spec.loader.exec_module(applications)

import keras
import numpy as np
import tensorflow as tf

# The last feature map of each, as the literature takes it: after the activation, before any pooling.
LAYERS = {
    "vgg16": "block5_conv3",
    "resnet50": "conv5_block3_out",
    "densenet121": "relu",
    "mobilenet": "conv_pw_13_relu",
    "mobilenet-v2": "out_relu",
    "mobilenet-v3-small": None,
    "efficientnet-b0": "top_activation",
    "efficientnet-v2-b0": "top_activation",
    "convnext-tiny": None,
    "cotejo-mini": "block3_relu2",
}
SIZES = {"cotejo-mini": 48}
SIZE = 96
CLASSES = 3


def heat(name):
    size = SIZES.get(name, SIZE)
    alphas = applications.ARCHITECTURES[name][2]
    base, module = applications.build(name, alphas and alphas[0], size)
    features = base.output
    layer = LAYERS[name] or base.layers[-1].name
    pooled = keras.layers.GlobalAveragePooling2D()(features)
    top = keras.layers.Dense(CLASSES, name="logits")
    model = keras.Model(base.input, [base.get_layer(layer).output, top(pooled)])
    top.set_weights([applications.formula(top, i, w.shape, 1) for i, w in enumerate(top.get_weights())])

    pictures = tf.constant(module.preprocess_input(applications.pictures(size).copy()))
    heats = []
    for label in range(CLASSES):
        with tf.GradientTape() as tape:
            maps, scores = model(pictures, training=False)
            asked = scores[:, label]
        gradients = tape.gradient(asked, maps)
        weights = tf.reduce_mean(gradients, axis=(1, 2), keepdims=True)
        heats.append(tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1)).numpy())
    return {
        "name": name, "alpha": alphas[0] if alphas else 1, "gain": applications.gain_of(name), "size": size,
        "layer": layer, "side": int(maps.shape[1]),
        "heats": [[[float(f"{v:.7g}") for v in one.ravel()] for one in both] for both in heats],
    }


print("[\n" + ",\n".join(json.dumps(heat(name)) for name in LAYERS) + "\n]")

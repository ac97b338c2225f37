"""What Keras computes with each of the applications, with weights and pictures made by formulas.

    python applications-reference.py SIZE [SIZE ...] > applications-reference.json
    python applications-reference.py --weights FOLDER

The first form prints, for each architecture and size: the number of parameters, a checksum of the names and classes
of the layers in order, the shape of the output, 16 of its values, their mean and standard deviation. The second
writes weight files in the layouts of Keras 2 and 3. The formulas are also in tests/support/keras-formulas.ts.

Made with Keras 3.15.1 on TensorFlow 2.21.0.
"""

import json
import os
import sys
import zlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
from keras.src.applications import efficientnet

A = keras.applications


def hashed(key, count):
    """Numbers in [0, 1), by the finaliser of MurmurHash3 over counters that start at the key's CRC."""
    with np.errstate(over="ignore"):
        h = np.uint32(zlib.crc32(key.encode())) + np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B9)
        h ^= h >> np.uint32(16)
        h *= np.uint32(0x85EBCA6B)
        h ^= h >> np.uint32(13)
        h *= np.uint32(0xC2B2AE35)
        h ^= h >> np.uint32(16)
    return h.astype(np.float64) / 2**32


NEAR_ONE = {("BatchNormalization", 0), ("BatchNormalization", 3), ("LayerNormalization", 0), ("LayerScale", 0),
            ("Normalization", 1)}


def formula(layer, index, shape, gain):
    values = hashed(f"{layer.name}/{index}", int(np.prod(shape)))
    if len(shape) > 1:
        depthwise = len(shape) == 4 and 1 in shape[2:]
        inputs = np.prod(shape[:2] if depthwise else shape[:-1])
        values = (values - 0.5) * 2 * np.sqrt(gain / inputs)
    elif (type(layer).__name__, index) in NEAR_ONE:
        values = 0.8 + 0.4 * values
    else:
        values = 0.2 * (values - 0.5)
    return values.astype(np.float32).reshape(shape)


def leaves(model):
    for layer in model.layers:
        if isinstance(layer, keras.Sequential):
            yield from leaves(layer)
        else:
            yield layer


# What keeps a difference between two pictures alive down to the output: gates and activations take some away.
GAINS = {
    "mobilenet": 10, "mobilenet-v2": 5, "mobilenet-v3": 7, "mobilenet-v3-large": 5.5,
    "efficientnet": 7, "efficientnet-b0": 8, "efficientnet-v2": 6,
}


def gain_of(name):
    return next((gain for start, gain in sorted(GAINS.items(), reverse=True) if name.startswith(start)), 5)


def fill(model, gain):
    for layer in leaves(model):
        layer.set_weights([formula(layer, i, w.shape, gain) for i, w in enumerate(layer.get_weights())])
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()


def pictures(size):
    """Two pictures: coarse squares under fine noise."""
    coarse = hashed("coarse", 2 * 16 * 16 * 3).reshape(2, 16, 16, 3)
    at = np.arange(size) * 8 // size
    noise = hashed("noise", 2 * size * size * 3).reshape(2, size, size, 3)
    return np.floor(192 * coarse[:, at][:, :, at] + 64 * noise).astype(np.float32)


def efficient(constructor):
    """EfficientNet as it is with its ImageNet weights: one more rescaling than without. Nothing is downloaded."""
    def build(**arguments):
        class Quiet(keras.src.models.functional.Functional):
            def load_weights(self, *_):
                pass

        arguments["weights"] = "imagenet"
        functional, get_file = efficientnet.Functional, efficientnet.file_utils.get_file
        efficientnet.Functional, efficientnet.file_utils.get_file = Quiet, lambda *_, **__: None
        try:
            return constructor(**arguments)
        finally:
            efficientnet.Functional, efficientnet.file_utils.get_file = functional, get_file
    return build


def cotejo_mini(include_top, weights, input_shape):
    """This project's own network, written down a second time."""
    L = keras.layers
    x = inputs = L.Input(input_shape, name="input_layer")

    def convolution(x, name, suffix, filters, pool):
        x = L.Conv2D(filters, 3, padding="same", use_bias=False, name=f"{name}_conv{suffix}")(x)
        if pool:
            x = L.MaxPooling2D(2, padding="same", name=f"{name}_pool")(x)
        x = L.BatchNormalization(name=f"{name}_bn{suffix}")(x)
        return L.ReLU(name=f"{name}_relu{suffix}")(x)

    x = convolution(x, "stem", "", 32, False)
    for block, filters in [("block1", 48), ("block2", 112), ("block3", 128)]:
        x = convolution(x, block, 1, filters, True)
        x = convolution(x, block, 2, filters, False)
    return keras.Model(inputs, x)


ARCHITECTURES = {
    "mobilenet": (A.MobileNet, A.mobilenet, [0.25, 0.5, 0.75, 1.0]),
    "mobilenet-v2": (A.MobileNetV2, A.mobilenet_v2, [0.35, 0.5, 0.75, 1.0, 1.3, 1.4]),
    "mobilenet-v3-small": (A.MobileNetV3Small, A.mobilenet_v3, [0.75, 1.0]),
    "mobilenet-v3-large": (A.MobileNetV3Large, A.mobilenet_v3, [0.75, 1.0]),
    "efficientnet-b0": (efficient(A.EfficientNetB0), A.efficientnet, None),
    "efficientnet-b1": (efficient(A.EfficientNetB1), A.efficientnet, None),
    "efficientnet-b2": (efficient(A.EfficientNetB2), A.efficientnet, None),
    "efficientnet-b3": (efficient(A.EfficientNetB3), A.efficientnet, None),
    "efficientnet-v2-b0": (A.EfficientNetV2B0, A.efficientnet_v2, None),
    "vgg16": (A.VGG16, A.vgg16, None),
    "vgg19": (A.VGG19, A.vgg19, None),
    "resnet50": (A.ResNet50, A.resnet, None),
    "resnet101": (A.ResNet101, A.resnet, None),
    "resnet152": (A.ResNet152, A.resnet, None),
    "densenet121": (A.DenseNet121, A.densenet, None),
    "convnext-tiny": (A.ConvNeXtTiny, A.convnext, None),
    "cotejo-mini": (cotejo_mini, A.mobilenet, None),
}


def build(name, alpha, size):
    keras.backend.clear_session()
    constructor, module, _ = ARCHITECTURES[name]
    width = {} if alpha is None else {"alpha": alpha}
    model = constructor(include_top=False, weights=None, input_shape=(size, size, 3), **width)
    fill(model, gain_of(name))
    return model, module


def reference(name, alpha, sizes):
    result = {"name": name, "alpha": alpha or 1, "gain": gain_of(name), "outputs": []}
    for size in sizes:
        model, module = build(name, alpha, size)
        output = np.asarray(model(module.preprocess_input(pictures(size).copy()), training=False), dtype=np.float64)
        flat = output.ravel()
        at = np.arange(16) * 7919 % len(flat)
        result["parameters"] = model.count_params()
        layers = "\n".join(f"{layer.name} {type(layer).__name__}" for layer in model.layers)
        result["layers"] = len(model.layers)
        result["layersCrc"] = zlib.crc32(layers.encode())
        result["outputs"].append({
            "size": size,
            "shape": list(output.shape[1:]),
            "mean": float(f"{flat.mean():.8g}"),
            "deviation": float(f"{flat.std():.8g}"),
            "between": float(f"{np.abs(output[0] - output[1]).mean():.3g}"),
            "values": [float(f"{v:.7g}") for v in flat[at]],
        })
    return result


def main(arguments):
    if arguments[0] == "--weights":
        for name, alpha in [("mobilenet-v2", 0.35), ("efficientnet-b0", None), ("convnext-tiny", None)]:
            model, _ = build(name, alpha, 32)
            model.save_weights(os.path.join(arguments[1], f"{name}.weights.h5"))
            from keras.src.legacy.saving.legacy_h5_format import save_weights_to_hdf5_group
            import h5py
            with h5py.File(os.path.join(arguments[1], f"{name}.h5"), "w") as file:
                save_weights_to_hdf5_group(file, model)
        return
    sizes = [int(one) for one in arguments]
    made = [reference(name, alpha, sizes) for name, (_, _, alphas) in ARCHITECTURES.items() for alpha in alphas or [None]]
    print("[\n" + ",\n".join(json.dumps(one) for one in made) + "\n]")


if __name__ == "__main__":
    main(sys.argv[1:])

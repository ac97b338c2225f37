"""What Keras itself would download for each base of the catalogue: address, hash, and the parameters it builds.

Nothing is downloaded: Keras's function for it is replaced by one that writes down what it was asked for.
Usage: python catalogue-reference.py > catalogue-reference.json
"""

import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
from keras.src.utils import file_utils


class Asked(Exception):
    pass


def ask(fname, origin, file_hash=None, **_):
    raise Asked(fname, origin, file_hash)


file_utils.get_file = ask
apps = keras.applications
wanted = (
    [("mobilenet", a, apps.MobileNet) for a in (0.25, 0.5, 0.75, 1.0)]
    + [("mobilenet-v2", a, apps.MobileNetV2) for a in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)]
    + [("mobilenet-v3-small", a, apps.MobileNetV3Small) for a in (0.75, 1.0)]
    + [("mobilenet-v3-large", a, apps.MobileNetV3Large) for a in (0.75, 1.0)]
    + [
        ("efficientnet-b0", None, apps.EfficientNetB0),
        ("efficientnet-b1", None, apps.EfficientNetB1),
        ("efficientnet-b2", None, apps.EfficientNetB2),
        ("efficientnet-b3", None, apps.EfficientNetB3),
        ("efficientnet-v2-b0", None, apps.EfficientNetV2B0),
        ("vgg16", None, apps.VGG16),
        ("vgg19", None, apps.VGG19),
        ("resnet50", None, apps.ResNet50),
        ("resnet101", None, apps.ResNet101),
        ("resnet152", None, apps.ResNet152),
        ("densenet121", None, apps.DenseNet121),
        ("convnext-tiny", None, apps.ConvNeXtTiny),
    ]
)
found = []
for architecture, alpha, make in wanted:
    width = {} if alpha is None else {"alpha": alpha}
    try:
        make(weights="imagenet", include_top=False, **width)
        raise SystemExit(f"{architecture} did not ask for weights")
    except Asked as asked:
        fname, origin, file_hash = asked.args
    parameters = make(weights=None, include_top=False, **width).count_params()
    found.append(
        {
            "architecture": architecture,
            "alpha": alpha or 1.0,
            "file": fname,
            "url": origin,
            "hash": file_hash,
            "parameters": parameters,
        }
    )
    keras.backend.clear_session()
print(json.dumps(found, indent=1))

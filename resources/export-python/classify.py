"""Says what is in pictures, with the model in this folder.

    pip install -r requirements.txt
    python classify.py PICTURE... [--top N] [--json]

In a program:

    from classify import Classifier
    classifier = Classifier()
    for label, probability in classifier.classify("photo.jpg"):
        print(label, probability)
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime

from pixels import prepare

HERE = Path(__file__).resolve().parent


class Classifier:
    """The model, its labels and the way in which it wants its pictures."""

    def __init__(self, folder=HERE):
        folder = Path(folder)
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        self.labels = metadata["labels"]
        self.preprocessing = metadata["preprocessing"]
        self.session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), providers=["CPUExecutionProvider"]
        )
        self.input = self.session.get_inputs()[0].name

    def probabilities(self, pictures):
        """
        :param pictures: uint8 [pictures, size, size, 3], as `prepare` makes them
        :returns: float32 [pictures, labels]
        """
        return self.session.run(None, {self.input: np.asarray(pictures, np.uint8)})[0]

    def classify(self, file):
        """
        :param file: a path, or a file that is open for reading bytes
        :returns: (label, probability), the likeliest first
        :raises OSError: where it is no picture that Pillow can open
        """
        said = self.probabilities(prepare(file, self.preprocessing)[None])[0]
        return [(self.labels[i], float(said[i])) for i in np.argsort(-said, kind="stable")]


def main():
    parser = argparse.ArgumentParser(description="Says what is in pictures.")
    parser.add_argument("picture", nargs="+")
    parser.add_argument("--top", type=int, default=3, help="how many labels to tell of (3)")
    parser.add_argument("--json", action="store_true", help="one line of JSON a picture, with all labels")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    classifier = Classifier()
    failed = False
    for file in options.picture:
        try:
            answer = classifier.classify(file)
        except OSError as error:
            print(f"{file}: {error}", file=sys.stderr)
            failed = True
            continue
        if options.json:
            print(json.dumps({"file": file, "classes": answer}, ensure_ascii=False))
        else:
            top = ", ".join(f"{label} {100 * p:.1f} %" for label, p in answer[: options.top])
            print(f"{file}: {top}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

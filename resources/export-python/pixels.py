"""From a picture file to the square RGB pixels that the model was trained on.

The training side decodes with libvips: a JPEG is shrunk by 2, 4 or 8 while it is decoded, then averages of whole
numbers of pixels and a Lanczos-3 filter bring it to size, each pass rounded to 8 bits. This file does the same steps
in the same order; another resize gives other pixels, and with them other answers.
"""

import io
import math

import numpy as np
from PIL import Image, ImageCms

# libvips leaves at least this factor to the Lanczos pass and averages the rest away first.
GAP = 2
# libvips keeps its kernels for this many positions between two pixels.
PHASES = 64


def _lanczos3(x):
    return 0.0 if abs(x) >= 3 else float(np.sinc(x) * np.sinc(x / 3))


def _cubic(x):
    """Catmull-Rom's."""
    t = abs(x)
    if t < 1:
        return (1.5 * t - 2.5) * t * t + 1
    return ((-0.5 * t + 2.5) * t - 4) * t + 2 if t < 2 else 0.0


def _half_up(x):
    return math.floor(x + 0.5)


def _to_bytes(sums):
    return np.clip(np.rint(sums), 0, 255).astype(np.uint8)


def _along_rows(pixels, starts, weights):
    """Output row i is the sum of weights[i, k] · row (starts[i] + k); rows beyond the ends repeat the last one."""
    rows = np.clip(np.asarray(starts)[:, None] + np.arange(weights.shape[1]), 0, len(pixels) - 1)
    out = np.empty((len(starts), *pixels.shape[1:]), np.float32)
    for i, row in enumerate(rows):
        out[i] = np.tensordot(weights[i].astype(np.float32), pixels[row].astype(np.float32), 1)
    return out


def _average(pixels, factor, length):
    """Averages of `factor` rows, divided as libvips does: half up, by a reciprocal of 24 bits."""
    sums = _along_rows(pixels, [i * factor for i in range(length)], np.ones((length, factor)))
    whole = (sums.astype(np.int64) + factor // 2) * (2**24 // factor) // 2**24
    return np.clip(whole, 0, 255).astype(np.uint8)


def _filter(pixels, size, length, ratio, kernel, support):
    """`kernel` stretched by `ratio` (1 when enlarging), centred on each output row. `size` may be a fraction."""
    stretch = max(1.0, ratio)
    taps = _half_up(2 * support * stretch) + 1
    # What does not come out even is cut off on both sides; enlarging, libvips samples half an output row further up.
    margin = (size - length * ratio) / 2 if ratio > 1 else -ratio / 2
    starts, weights = [], np.empty((length, taps))
    for i in range(length):
        centre = _half_up((margin + (i + 0.5) * ratio - 0.5) * PHASES) / PHASES
        start = math.ceil(centre - taps / 2)
        starts.append(start)
        weights[i] = [kernel((start + k - centre) / stretch) for k in range(taps)]
        weights[i] /= weights[i].sum()
    return _to_bytes(_along_rows(pixels, starts, weights))


def _shrink(pixels, ratio):
    if ratio <= 1:
        return pixels
    rows = len(pixels)
    length = max(1, _half_up(rows / ratio))
    factor = max(1, math.floor(rows / length / GAP))
    if factor > 1:
        pixels = _average(pixels, factor, math.ceil(rows / factor))
    rest = ratio / factor
    return pixels if rest == 1 else _filter(pixels, rows / factor, length, rest, _lanczos3, 3)


def _enlarge(pixels, ratio):
    rows = len(pixels)
    return _filter(pixels, rows, max(1, _half_up(rows / ratio)), ratio, _cubic, 2)


def _across(pixels):
    return pixels.transpose(1, 0, 2)


def _ratios(width, height, size, resize):
    """How much a picture is shrunk along x and y."""
    x, y = width / size, height / size
    if resize != "stretch":
        x = y = min(x, y) if resize == "cover" else max(x, y)
    return min(x, width), min(y, height)


def _jpeg_shrink(shrink):
    """By how much libjpeg shrinks while it decodes: 1, 2, 4 or 8."""
    factor = 8 if shrink >= 8 else 4 if shrink >= 4 else 2 if shrink >= 2 else 1
    return factor // 2 if factor > 1 and math.floor(shrink) == factor else factor


def _area(pixels, length):
    """Averages with fractions of rows at the ends: what libwebp does when it shrinks while decoding."""
    shrink = len(pixels) / length
    starts = [math.floor(i * shrink) for i in range(length)]
    weights = np.zeros((length, math.ceil(shrink) + 1))
    for i, start in enumerate(starts):
        for k in range(weights.shape[1]):
            low, high = max(i * shrink, start + k), min((i + 1) * shrink, start + k + 1)
            weights[i, k] = max(0.0, high - low) / shrink
    return _to_bytes(_along_rows(pixels, starts, weights))


def _load(image, size, resize):
    """Decodes; a JPEG or WebP already smaller, as the training did."""
    shrink = min(_ratios(*image.size, size, resize))
    width, height = image.size
    if image.format == "JPEG" and (factor := _jpeg_shrink(shrink)) > 1:
        image.draft(None, (max(1, width // factor), max(1, height // factor)))
        image.load()
        # libjpeg rounds up; libvips leaves out a last broken pixel.
        return image.crop((0, 0, max(1, width // factor), max(1, height // factor)))
    image.load()
    return image


def _srgb(image, profile):
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGB" if image.mode in ("RGB", "CMYK") else image.mode
            srgb = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, source, srgb, outputMode=mode) or image
        except (ImageCms.PyCMSError, ValueError):
            pass  # a profile that cannot be read says nothing
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba)
    elif image.mode.startswith(("I;16", "I")):
        image = Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8))
    return image.convert("RGB")


# What EXIF's orientations 2 to 8 ask for (as Pillow's ImageOps.exif_transpose).
_TURNS = {
    2: lambda p: p[:, ::-1],
    3: lambda p: p[::-1, ::-1],
    4: lambda p: p[::-1],
    5: _across,
    6: lambda p: _across(p)[:, ::-1],
    7: lambda p: _across(p)[::-1, ::-1],
    8: lambda p: _across(p)[::-1],
}


def _place(pixels, size):
    """The middle size × size of it, white where it does not reach."""
    for axis in (0, 1):
        length = pixels.shape[axis]
        if length > size:
            start = (length - size + 1) // 2
            pixels = np.take(pixels, range(start, start + size), axis)
        elif length < size:
            before = (size - length) // 2
            around = [(0, 0)] * 3
            around[axis] = (before, size - length - before)
            pixels = np.pad(pixels, around, constant_values=255)
    return pixels


def prepare(file, preprocessing):
    """
    :param file: a path, or a file that is open for reading bytes
    :param preprocessing: as in metadata.json
    :returns: uint8 [size, size, 3], RGB
    :raises OSError: where it is no picture that Pillow can open
    """
    size, resize = preprocessing["size"], preprocessing["resize"]
    with Image.open(file) as image:
        orientation = image.getexif().get(0x0112, 1)
        kind = image.format
        picture = _srgb(_load(image, size, resize), image.info.get("icc_profile"))
    pixels = np.asarray(picture)
    if kind == "WEBP":
        shrink = min(_ratios(picture.width, picture.height, size, resize))
        if shrink > 1:
            pixels = _area(pixels, max(1, _half_up(picture.height / shrink)))
            pixels = _across(_area(_across(pixels), max(1, _half_up(picture.width / shrink))))
    height, width = pixels.shape[:2]
    x, y = _ratios(width, height, size, resize)
    pixels = _shrink(pixels, y)
    pixels = _across(_shrink(_across(pixels), x))
    if x < 1 or y < 1:
        pixels = _enlarge(pixels, min(1.0, y))
        pixels = _across(_enlarge(_across(pixels), min(1.0, x)))
    # Turned at the end, as the training did: enlarging shifts by half a pixel, and not the same way in a mirror.
    turn = _TURNS.get(orientation, lambda p: p)
    return np.ascontiguousarray(_place(turn(pixels), size))

# Runs an ML Program of Core ML, which only Apple's systems can: coremltools reads the package and checks the types of
# everything in it, and this computes its operations in NumPy, one picture at a time, in double precision. Written from
# the descriptions of the operations (https://apple.github.io/coremltools/source/coremltools.converters.mil.mil.ops.defs.html).
import math
import numpy as np


def windows(x, sides, strides, dilations=(1, 1)):
    """[N, C, H, W] to [N, C, out height, out width, window height, window width]."""
    height, width = [(side - 1) * dilation + 1 for side, dilation in zip(sides, dilations)]
    seen = np.lib.stride_tricks.sliding_window_view(x, (height, width), axis=(2, 3))
    return seen[:, :, :: strides[0], :: strides[1], :: dilations[0], :: dilations[1]]


def bordered(x, pad, value=0.0):
    top, bottom, left, right = pad
    return np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)), constant_values=value)


def conv(x, weight, bias, strides, pad_type, pad, dilations, groups):
    x = bordered(x, pad if pad_type == "custom" else [0, 0, 0, 0])
    seen = windows(x, weight.shape[2:], strides, dilations)
    n, channels, height, width = seen.shape[:4]
    seen = seen.reshape(n, groups, channels // groups, height, width, *weight.shape[2:])
    kernel = weight.reshape(groups, weight.shape[0] // groups, *weight.shape[1:])
    made = np.einsum("ngchwij,gocij->ngohw", seen, kernel, optimize=True)
    return made.reshape(n, -1, height, width) + bias.reshape(1, -1, 1, 1)


def avg_pool(x, kernel_sizes, strides, pad_type, pad, ceil_mode, exclude_padding_from_average):
    assert exclude_padding_from_average and not ceil_mode
    total = windows(bordered(x, pad), kernel_sizes, strides).sum((-1, -2))
    return total / windows(bordered(np.ones_like(x), pad), kernel_sizes, strides).sum((-1, -2))


def max_pool(x, kernel_sizes, strides, pad_type, pad, ceil_mode):
    assert not ceil_mode
    return windows(bordered(x, pad, -np.inf), kernel_sizes, strides).max((-1, -2))


def layer_norm(x, axes, gamma, beta, epsilon):
    assert list(axes) == [-1]
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + epsilon) * gamma + beta


def softmax(x, axis):
    powers = np.exp(x - x.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


def pad(x, pad, mode, constant_val):
    assert mode == "constant"
    return np.pad(x, np.reshape(pad, (-1, 2)), constant_values=constant_val)


def concat(values, axis, interleave):
    assert not interleave
    return np.concatenate(values, axis)


erf = np.vectorize(math.erf)
OPERATIONS = {
    "conv": conv,
    "linear": lambda x, weight, bias: x @ weight.T + bias,
    "avg_pool": avg_pool,
    "max_pool": max_pool,
    "layer_norm": layer_norm,
    "softmax": softmax,
    "pad": pad,
    "concat": concat,
    "add": lambda x, y: x + y,
    "mul": lambda x, y: x * y,
    "relu": lambda x: np.maximum(x, 0),
    "relu6": lambda x: np.clip(x, 0, 6),
    "elu": lambda x, alpha: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
    "tanh": lambda x: np.tanh(x),
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "silu": lambda x: x / (1 + np.exp(-x)),
    "sigmoid_hard": lambda x, alpha, beta: np.clip(alpha * x + beta, 0, 1),
    "gelu": lambda x, mode: x / 2 * (1 + erf(x / math.sqrt(2))),
    "reduce_mean": lambda x, axes, keep_dims: x.mean(tuple(axes), keepdims=bool(keep_dims)),
    "reduce_max": lambda x, axes, keep_dims: x.max(tuple(axes), keepdims=bool(keep_dims)),
    "reshape": lambda x, shape: x.reshape(shape),
    "transpose": lambda x, perm: x.transpose(perm),
}


def run(function, image):
    """function: of a program that coremltools has read; image: [1, 3, height, width], values from 0 to 255."""
    known = {name: image.astype(np.float64) for name in function.inputs}

    def value(var):
        if isinstance(var, (list, tuple)):
            return [value(one) for one in var]
        if var.name in known:
            return known[var.name]
        return np.asarray(var.val, np.float64) if getattr(var.val, "dtype", None) == np.float32 else var.val

    for operation in function.operations:
        if operation.op_type == "const":
            continue
        inputs = {key: value(var) for key, var in operation.inputs.items() if var is not None}
        if operation.op_type == "classify":
            return inputs["probabilities"][0]
        made = OPERATIONS[operation.op_type](**inputs)
        assert tuple(made.shape) == tuple(operation.outputs[0].shape), operation.name
        known[operation.outputs[0].name] = made

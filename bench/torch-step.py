"""PyTorch's side of bench/webgpu-step.ts: eager float32 training steps on noise that lies on the device.

Prints a JSON line with its name, then one for each line of stdin, which says how many steps: milliseconds a step.
Arguments: model (seed, tiny, mobilenetv2), batch. With --check FILE instead of a batch, it takes Cotejo's weights and
batch from that file (bench/webgpu/same-model.ts says how it is laid out) and prints its loss on them, once.
"""

import json
import math
import sys
import time

import torch
from torch import nn

device = torch.device("cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu")
# Float32 as WebGPU computes it: no TF32.
torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
torch.manual_seed(1)


def convolutional(size, filters, dense):
    layers, channels = [], 3
    for count in filters:
        layers += [nn.Conv2d(channels, count, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        channels, size = count, size // 2
    layers += [nn.Flatten(), nn.Linear(channels * size * size, dense), nn.ReLU(), nn.Linear(dense, 10)]
    return nn.Sequential(*layers)


def mobile_net():
    import torchvision

    model = torchvision.models.mobilenet_v2(num_classes=10, dropout=0.0)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.eps, module.momentum = 1e-3, 1e-3
    return model


# Side of the pictures, and the model.
models = {
    "seed": lambda: (32, convolutional(32, [32, 64], 512)),
    "tiny": lambda: (8, convolutional(8, [4, 8], 16)),
    "mobilenetv2": lambda: (96, mobile_net()),
}


def take_weights(model, tensors):
    """Puts Keras's weights, in the order of the layers, into a model of the same layers."""
    channels = None
    for module in model.modules():
        if isinstance(module, nn.Conv2d):
            kernel = next(tensors)
            # Depthwise kernels are [height, width, channels, 1].
            order = (2, 3, 0, 1) if module.groups > 1 else (3, 2, 0, 1)
            module.weight.data.copy_(kernel.permute(order))
            if module.bias is not None:
                module.bias.data.copy_(next(tensors))
            channels = module.out_channels
        elif isinstance(module, nn.BatchNorm2d):
            for own in (module.weight.data, module.bias.data, module.running_mean, module.running_var):
                own.copy_(next(tensors))
        elif isinstance(module, nn.Linear):
            kernel = next(tensors)
            places = module.in_features // channels if channels else 1
            if places > 1:
                # Keras flattens channels last.
                kernel = kernel.reshape(places, channels, -1).transpose(0, 1).reshape(module.in_features, -1)
            module.weight.data.copy_(kernel.T)
            module.bias.data.copy_(next(tensors))
            channels = None
    if next(tensors, None) is not None:
        sys.exit("there are weights left over")


def pad_as_keras(model):
    """With a stride of two Keras pads the ends of an even picture alone. Only for --check: it takes time of its own."""
    for module in model.modules():
        if isinstance(module, nn.Conv2d) and module.stride[0] == 2 and module.padding[0] == 1:
            module.padding = (0, 0)

            def pad(_, inputs):
                (x,) = inputs
                return nn.functional.pad(x, (0, 1, 0, 1) if x.shape[-1] % 2 == 0 else (1, 1, 1, 1))

            module.register_forward_pre_hook(pad)


def check(name, path):
    with open(path, "rb") as file:
        header = json.loads(file.readline())
        tensors = []
        for shape in header["tensors"]:
            values = bytearray(file.read(4 * math.prod(shape)))
            tensors.append(torch.frombuffer(values, dtype=torch.float32).reshape(shape))
        batch, size = header["batch"], header["size"]
        pixels = torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).reshape(batch, size, size, 3)
    expected, model = models[name]()
    if expected != size:
        sys.exit(f"pictures of {size} instead of {expected}")
    take_weights(model, iter(tensors))
    pad_as_keras(model)
    images = (pixels.float() * header["scale"] + torch.tensor(header["offset"])).permute(0, 3, 1, 2).contiguous()
    labels = torch.tensor(header["labels"])
    model = model.to(device).train()
    loss = nn.functional.cross_entropy(model(images.to(device)), labels.to(device)).item()
    parameters = sum(one.numel() for one in model.parameters())
    print(json.dumps({"loss": loss, "parameters": parameters}), flush=True)


def serve(name, batch):
    size, model = models[name]()
    model = model.to(device).train()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7)
    images = torch.rand(batch, 3, size, size, device=device)
    labels = torch.randint(0, 10, (batch,), device=device)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = nn.functional.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        return loss

    place = torch.cuda.get_device_name(0) if device.type == "cuda" else device.type
    print(json.dumps({"name": f"PyTorch {torch.__version__} on {place}"}), flush=True)
    for line in sys.stdin:
        count = int(line)
        start = time.perf_counter()
        for _ in range(count):
            last = step()
        # Reading the loss waits for all of it.
        last.item()
        print(json.dumps({"milliseconds": 1000 * (time.perf_counter() - start) / count}), flush=True)


if sys.argv[1] not in models:
    sys.exit(f"unknown model {sys.argv[1]}")
if sys.argv[2] == "--check":
    check(sys.argv[1], sys.argv[3])
else:
    serve(sys.argv[1], int(sys.argv[2]))

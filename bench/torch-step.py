"""PyTorch's side of bench/webgpu-step.ts: eager float32 training steps on noise that lies on the card.

Prints a JSON line with its name, then one for each line of stdin, which says how many steps: milliseconds a step.
Arguments: model (seed, tiny, mobilenetv2), batch.
"""

import json
import sys
import time

import torch
from torch import nn

model_name, batch = sys.argv[1], int(sys.argv[2])
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


if model_name == "seed":
    size, model = 32, convolutional(32, [32, 64], 512)
elif model_name == "tiny":
    size, model = 8, convolutional(8, [4, 8], 16)
elif model_name == "mobilenetv2":
    import torchvision

    size, model = 96, torchvision.models.mobilenet_v2(num_classes=10, dropout=0.0)
else:
    sys.exit(f"unknown model {model_name}")

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

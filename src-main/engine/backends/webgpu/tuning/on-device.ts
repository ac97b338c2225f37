// Small programs of the tuner: noise for the inputs of a kernel, and how far two results lie apart, both on the device,
// as tensors of a training are too large to be sent to and fro.

const SIZE = 256

/** Fills a buffer with noise between -1 and 1, the same for the same seed. */
export function fillWithNoise(device: GPUDevice, buffer: GPUBuffer, seed: number): void {
  const count = buffer.size / 4
  const code = `@group(0) @binding(0) var<storage, read_write> values: array<f32>;
@compute @workgroup_size(${SIZE})
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  for (var i = id.x; i < ${count}u; i += groups.x * ${SIZE}u) {
    // Wang's hash.
    var h = i * 2654435761u + ${seed + 1}u;
    h = (h ^ 61u) ^ (h >> 16u); h *= 9u; h ^= h >> 4u; h *= 0x27d4eb2du; h ^= h >> 15u;
    values[i] = f32(h >> 8u) * 0x1p-23f - 1.0f;
  }
}`
  run(device, code, [buffer], count)
}

/** Compares buffers of float32. */
export class Comparison {
  readonly #device: GPUDevice
  readonly #found: GPUBuffer
  readonly #read: GPUBuffer

  constructor(device: GPUDevice) {
    this.#device = device
    const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage
    this.#found = device.createBuffer({ size: 8, usage: STORAGE | COPY_SRC | COPY_DST })
    this.#read = device.createBuffer({ size: 8, usage: MAP_READ | COPY_DST })
  }

  /** The largest difference over the largest magnitude of `a`; NaN where a number of either is not finite. */
  async difference(a: GPUBuffer, b: GPUBuffer): Promise<number> {
    if (a.size !== b.size) return NaN
    const count = a.size / 4
    // Floats that are not negative are in the order of their bits. What is not finite is put above all of them by its
    // bits, as a shader may compute as if there were no such numbers.
    const code = `@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read_write> found: array<atomic<u32>, 2>;
fn bits(value: f32) -> u32 { return bitcast<u32>(value) & 0x7fffffffu; }
@compute @workgroup_size(${SIZE})
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  var apart = 0u; var size = 0u;
  for (var i = id.x; i < ${count}u; i += groups.x * ${SIZE}u) {
    let wrong = max(bits(a[i]), bits(b[i])) >= 0x7f800000u;
    apart = max(apart, select(bits(a[i] - b[i]), 0x7fffffffu, wrong));
    size = max(size, bits(a[i]));
  }
  atomicMax(&found[0], apart); atomicMax(&found[1], size);
}`
    this.#device.queue.writeBuffer(this.#found, 0, new Uint32Array(2))
    run(this.#device, code, [a, b, this.#found], count)
    const encoder = this.#device.createCommandEncoder()
    encoder.copyBufferToBuffer(this.#found, 0, this.#read, 0, 8)
    this.#device.queue.submit([encoder.finish()])
    await this.#read.mapAsync(GPUMapMode.READ)
    const [apart, size] = new Float32Array(this.#read.getMappedRange().slice(0))
    this.#read.unmap()
    return apart === 0 ? 0 : apart! / size!
  }

  dispose(): void {
    this.#found.destroy()
    this.#read.destroy()
  }
}

function run(device: GPUDevice, code: string, buffers: readonly GPUBuffer[], count: number): void {
  const module = device.createShaderModule({ code })
  const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module } })
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }))
  const encoder = device.createCommandEncoder()
  const pass = encoder.beginComputePass()
  pass.setPipeline(pipeline)
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }))
  pass.dispatchWorkgroups(Math.min(Math.ceil(count / SIZE), 4096))
  pass.end()
  device.queue.submit([encoder.finish()])
}

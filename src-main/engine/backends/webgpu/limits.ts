// What our kernels need of an adapter. Nearly all of it is what WebGPU promises everywhere.

/** The least that is enough, by WebGPU's names. */
export const neededLimits = {
  /** Two tiles of a matrix product, the largest pair (programs/product.ts). */
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  /** The activations of one layer: batch 128 of the seed CNN needs 16 MiB, of MobileNetV2 at 96 px 108 MiB. */
  maxStorageBufferBindingSize: 128 * 2 ** 20,
  maxBufferSize: 128 * 2 ** 20,
  maxStorageBuffersPerShaderStage: 8,
} as const

/** The first limit that an adapter has too little of, for people; null where it has enough. */
export function lackingLimit(limits: GPUSupportedLimits): string | null {
  for (const [name, least] of Object.entries(neededLimits)) {
    const has = (limits as unknown as Record<string, number>)[name] ?? 0
    if (has < least) return `${name} is ${has}, ${least} are needed`
  }
  return null
}

/** All that the adapter has of each limit: the default device gets the least that WebGPU promises. */
export function allLimits(limits: GPUSupportedLimits): Record<string, number> {
  const all: Record<string, number> = {}
  for (const name in limits) {
    const value = (limits as unknown as Record<string, unknown>)[name]
    if (typeof value === 'number') all[name] = value
  }
  return all
}

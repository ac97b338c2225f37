// For which system and processor a binary was made, by its own header: ELF, Mach-O or PE.
import { open } from 'node:fs/promises'

const ELF = { 0x3e: 'x64', 0xb7: 'arm64', 0x28: 'arm', 0x03: 'ia32' }
const MACH = { 0x01000007: 'x64', 0x0100000c: 'arm64' }
const PE = { 0x8664: 'x64', 0xaa64: 'arm64', 0x014c: 'ia32' }
const HEAD = 4096

/**
 * @param {Buffer} head the first bytes of a file
 * @returns {string | null} such as `linux-x64`; null for what is no program or library
 */
export function binaryTarget(head) {
  if (head.length < 64) return null
  if (head.readUInt32BE(0) === 0x7f454c46) return `linux-${ELF[head.readUInt16LE(18)] ?? 'unknown'}`
  if (head.readUInt32LE(0) === 0xfeedfacf) return `darwin-${MACH[head.readUInt32LE(4)] ?? 'unknown'}`
  // Several processors in one file; Java's classes begin alike, with a version instead of a small number.
  if (head.readUInt32BE(0) === 0xcafebabe && head.readUInt32BE(4) < 20) return 'darwin-several'
  if (head.toString('latin1', 0, 2) !== 'MZ') return null
  const at = head.readUInt32LE(0x3c)
  if (at + 6 > head.length || head.toString('latin1', at, at + 4) !== 'PE\0\0') return null
  return `win32-${PE[head.readUInt16LE(at + 4)] ?? 'unknown'}`
}

/** @param {string} path of a file */
export async function readBinaryTarget(path) {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return binaryTarget(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

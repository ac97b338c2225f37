// A file as a call takes it: its path where main side and file are on one machine, else its bytes.
import { type Picture } from '../../src-main/contract'
import { type Api } from '../api'
import { toBase64 } from './base64'

export async function asPicture(api: Api, file: File): Promise<Picture> {
  const [path] = api.pathsForFiles?.([file]) ?? []
  if (path) return { path }
  return { name: file.name.slice(-255), base64: toBase64(new Uint8Array(await file.arrayBuffer())) }
}

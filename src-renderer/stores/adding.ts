// Pictures that wait to join a dataset: brought in, and not yet said which class they belong to.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { type UploadFile } from '../api'

export interface Waiting {
  /** What is shown of it: names of folders and files. */
  names: string[]
  /** Folders, archives or a table among them say which class a picture belongs to. */
  classes: boolean
  /** Paths on the engine's machine, or files that are sent first. */
  source: { paths: string[] } | { files: UploadFile[] }
}

export const useAdding = defineStore('adding', () => {
  const open = ref(false)
  const waiting = shallowRef<Waiting | null>(null)
  return { open, waiting }
})

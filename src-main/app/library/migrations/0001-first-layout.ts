// Version 1: the folders of datasets and runs.
import { makeFolder } from '../files'
import type { Migration } from './index'

export const firstLayout: Migration = {
  to: 1,
  name: 'first layout',
  async run(paths) {
    await makeFolder(paths.datasets)
    await makeFolder(paths.runs)
  },
}

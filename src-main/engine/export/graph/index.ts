// The description of a model that all formats are written from, and what is done with it.
export { modelGraph } from './build'
export { interpret } from './interpret'
export * from './passes'
export type * from './types'

// The files that a chart can be saved as; apart from what makes them, which is loaded when one is asked for.
export const fileKinds = ['png', 'svg', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

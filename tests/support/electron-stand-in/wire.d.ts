export function encode(root: unknown): string
export function decode(text: string): unknown

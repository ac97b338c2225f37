export function bridgeEnd(mine: string, theirs: string): unknown
export function preloadWorld(...parts: unknown[]): void
export function pageWorld(end: unknown): void

// What was chosen last in the command palette, the latest first.
const KEY = 'cotejo.recentCommands'
export const most = 6

export function readRecents(storage: Pick<Storage, 'getItem'> = localStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function remember(id: string, storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage): void {
  const kept = [id, ...readRecents(storage).filter((one) => one !== id)].slice(0, most)
  storage.setItem(KEY, JSON.stringify(kept))
}

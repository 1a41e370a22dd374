export type Shortcut = {
  /** One key ("a", "Escape", "/") or a prefix and a key ("g a"); letters in lower case. */
  keys: string
  label: string
  /** Its heading in the shortcut sheet: "Approvals", "Lists". */
  scope: string
  run: () => void
}

/** A first key waits this long for its second. */
export const prefixWaitMs = 1200

export type PendingPrefix = { key: string; atMs: number } | null

export type ShortcutRegistry = {
  /** Adds shortcuts and returns what takes them away again. The latest owner of a key has it. */
  add: (shortcuts: readonly Shortcut[]) => () => void
  /** Everything that can be pressed now, the latest owner of each key only. */
  all: () => Shortcut[]
  /** One key in, with what was pending; what to run and what is pending now out. */
  advance: (pending: PendingPrefix, key: string, atMs: number) => { pending: PendingPrefix; shortcut: Shortcut | null }
}

/** A list of who listens to which key. It runs nothing itself: the caller does, with what `advance` hands over. */
export function createShortcutRegistry(): ShortcutRegistry {
  let groups: (readonly Shortcut[])[] = []

  function all(): Shortcut[] {
    const byKeys = new Map<string, Shortcut>()
    for (const shortcut of groups.flat()) byKeys.set(shortcut.keys, shortcut)
    return [...byKeys.values()]
  }

  return {
    add(shortcuts) {
      groups = [...groups, shortcuts]
      return () => {
        groups = groups.filter((group) => group !== shortcuts)
      }
    },
    all,
    advance(pending, key, atMs) {
      const pressed = key.length === 1 ? key.toLowerCase() : key
      const known = all()
      if (pending && atMs - pending.atMs <= prefixWaitMs) {
        // A second key that means nothing after the prefix is swallowed: "g x" must not mark a row.
        return {
          pending: null,
          shortcut: known.find((shortcut) => shortcut.keys === `${pending.key} ${pressed}`) ?? null,
        }
      }
      const shortcut = known.find((candidate) => candidate.keys === pressed) ?? null
      if (shortcut) return { pending: null, shortcut }
      const isPrefix = known.some((candidate) => candidate.keys.startsWith(`${pressed} `))
      return { pending: isPrefix ? { key: pressed, atMs } : null, shortcut: null }
    },
  }
}

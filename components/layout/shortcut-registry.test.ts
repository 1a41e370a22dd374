import { describe, expect, it } from 'vitest'
import { createShortcutRegistry, prefixWaitMs, type Shortcut } from './shortcut-registry'

const shortcut = (keys: string, label = keys): Shortcut => ({ keys, label, scope: 'Test', run: () => {} })

describe('createShortcutRegistry', () => {
  it('finds a single key in either case', () => {
    const registry = createShortcutRegistry()
    registry.add([shortcut('a')])
    expect(registry.advance(null, 'A', 0).shortcut?.keys).toBe('a')
  })

  it('waits for the second key of a sequence, and does not run the letter alone', () => {
    const registry = createShortcutRegistry()
    registry.add([shortcut('a'), shortcut('g a', 'Approvals')])
    const first = registry.advance(null, 'g', 0)
    expect(first).toEqual({ pending: { key: 'g', atMs: 0 }, shortcut: null })
    expect(registry.advance(first.pending, 'a', 300).shortcut?.label).toBe('Approvals')
  })

  it('forgets the prefix after a while', () => {
    const registry = createShortcutRegistry()
    registry.add([shortcut('a', 'Approve'), shortcut('g a')])
    expect(registry.advance({ key: 'g', atMs: 0 }, 'a', prefixWaitMs + 1).shortcut?.label).toBe('Approve')
  })

  it('swallows a key that means nothing after the prefix', () => {
    const registry = createShortcutRegistry()
    registry.add([shortcut('x'), shortcut('g a')])
    expect(registry.advance({ key: 'g', atMs: 0 }, 'x', 100)).toEqual({ pending: null, shortcut: null })
  })

  it('gives a key to its latest owner and back when that one leaves', () => {
    const registry = createShortcutRegistry()
    registry.add([shortcut('c', 'Comment')])
    const leave = registry.add([shortcut('c', 'Compare')])
    expect(registry.advance(null, 'c', 0).shortcut?.label).toBe('Compare')
    expect(registry.all()).toHaveLength(1)
    leave()
    expect(registry.advance(null, 'c', 0).shortcut?.label).toBe('Comment')
  })
})

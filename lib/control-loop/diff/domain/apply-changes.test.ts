import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryTree } from '@/lib/control-loop/snapshot/domain/testing/arbitrary-tree'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { applyChanges } from './apply-changes'
import { changeKey } from './change-key'
import { diffTrees } from './diff-trees'
import { learnUnknowns } from './learn-unknowns'

describe('applyChanges', () => {
  it('leaves no difference when every change is accepted', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (base, revision) => {
        const before = structuredClone(base)
        const after = applyChanges(base, diffTrees(base, revision), revision)
        expect(diffTrees(after, revision)).toEqual([])
        expect(base).toEqual(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes only what was accepted', () => {
    const base = makeTree({ t: makeTable({ a: { type: 'INT' }, b: {} }) })
    const revision = makeTree({ t: makeTable({ a: { type: 'LONG', hashed: true }, c: {} }) })
    const changes = diffTrees(base, revision)
    const after = applyChanges(
      base,
      changes.filter((change) => change.kind === 'type-widened'),
      revision,
    )
    expect(after).toEqual(makeTree({ t: makeTable({ a: { type: 'LONG' }, b: {} }) }))
    expect(diffTrees(after, revision).map((change) => change.kind)).toEqual([
      'column-removed',
      'column-added',
      'column-hash-changed',
    ])
  })

  it('keeps nothing of a change whose object went away meanwhile', () => {
    const base = makeTree()
    const change = {
      kind: 'column-hash-changed',
      path: { schema: 'public', table: 't', column: 'a' },
      base: false,
      revision: true,
    } as const
    expect(applyChanges(base, [change], makeTree({ t: makeTable({ a: {} }) }))).toEqual(base)
  })
})

describe('learnUnknowns', () => {
  it('changes no difference to what was observed', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (base, revision) => {
        const keyless = (changes: ReturnType<typeof diffTrees>) =>
          changes.filter((change) => change.kind !== 'key-changed').map(changeKey)
        expect(keyless(diffTrees(learnUnknowns(base, revision), revision))).toEqual(keyless(diffTrees(base, revision)))
      }),
      { numRuns: 500 },
    )
  })

  it('fills a type and the rest of a partial list, and never replaces what was known', () => {
    const base = makeTree({ t: makeTable({ a: { type: null, hashed: true } }, { columnsComplete: false }) })
    const revision = makeTree({ t: makeTable({ a: { type: 'LONG' }, b: {} }) })
    const learned = learnUnknowns(base, revision)
    expect(learned).toEqual(makeTree({ t: makeTable({ a: { type: 'LONG', hashed: true }, b: {} }) }))
  })
})

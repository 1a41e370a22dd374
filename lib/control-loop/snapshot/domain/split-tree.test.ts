import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintTree } from './fingerprint-tree'
import { joinTree } from './join-tree'
import { splitTree } from './split-tree'
import { arbitraryTree } from './testing/arbitrary-tree'
import { makeTable, makeTree } from './testing/make-tree'
import { treeHeaderSchema } from './tree-header'

describe('splitTree and joinTree', () => {
  it('give back any tree', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const { header, tables } = splitTree(tree)
        expect(joinTree(header, tables)).toEqual(tree)
      }),
    )
  })

  it('keep the header apart in the form that is stored', () => {
    const { header } = splitTree(makeTree({ t: makeTable() }))
    expect(treeHeaderSchema.parse(header)).toEqual({
      changeHandling: 'allow-all',
      typeLocked: false,
      schemas: { public: { destinationName: 'pg_public', enabled: true } },
    })
  })

  it('refuse a table of a schema the header does not know', () => {
    const { header, tables } = splitTree(makeTree({ t: makeTable() }))
    expect(() => joinTree({ ...header, schemas: {} }, tables)).toThrow('public.t')
  })
})

describe('fingerprintTree', () => {
  it('does not see the order of tables and sees header and tables', () => {
    const { header, tables } = splitTree(makeTree({ t: makeTable({ a: {} }), u: makeTable() }))
    const whole = fingerprintTree(header, tables)
    expect(fingerprintTree(header, [...tables].reverse())).toBe(whole)
    expect(fingerprintTree({ ...header, typeLocked: null }, tables)).not.toBe(whole)
    expect(fingerprintTree(header, tables.slice(1))).not.toBe(whole)
  })
})

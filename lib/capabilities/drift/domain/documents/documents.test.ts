import { describe, expect, it } from 'vitest'
import { judgeDocuments } from './judge-documents'
import { profileDocuments } from './profile-documents'

const many = (count: number, make: (at: number) => unknown) =>
  profileDocuments(Array.from({ length: count }, (_, at) => make(at)))
const order = (at: number) => ({
  id: at,
  total: at % 3 === 0 ? 5 : 5.5,
  items: [{ sku: 'a' }],
  note: at % 2 === 0 ? null : 'x',
})

describe('profileDocuments', () => {
  it('counts a path once a document, lists by their elements and large objects as maps', () => {
    const { documents, paths } = profileDocuments([{ a: [{ b: 1 }, { b: 'x' }] }, { a: null }, 3])
    expect(documents).toBe(3)
    expect(Object.fromEntries(paths)).toEqual({
      $: { present: 3, types: { object: 2, integer: 1 } },
      '$.a': { present: 2, types: { array: 1, null: 1 } },
      '$.a[]': { present: 1, types: { object: 1 } },
      '$.a[].b': { present: 1, types: { integer: 1, string: 1 } },
    })
    const map = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at]))
    expect([...profileDocuments([map]).paths.keys()]).toEqual(['$', '$.*'])
    expect(profileDocuments([JSON.parse('{"__proto__":{"x":1}}')]).paths.has('$.__proto__.x')).toBe(true)
  })
})

describe('judgeDocuments', () => {
  it('is silent when nothing changed, and cannot tell of few', () => {
    expect(judgeDocuments(many(800, order), many(900, order))).toMatchObject({ verdict: 'stable', findings: [] })
    expect(judgeDocuments(many(499, order), many(900, order)).verdict).toBe('cannot-tell')
  })

  it.each([
    ['path-appeared', '$.extra', null, (at: number) => ({ ...order(at), extra: { deep: 1 } })],
    ['path-disappeared', '$.items', null, (at: number) => ({ ...order(at), items: undefined })],
    ['type-appeared', '$.id', 'string', (at: number) => ({ ...order(at), id: at % 5 === 0 ? 'x' : at })],
    ['type-share-changed', '$.note', 'null', (at: number) => ({ ...order(at), note: at % 5 === 0 ? null : 'x' })],
    [
      'path-share-changed',
      '$.items',
      null,
      (at: number) => ({ ...order(at), items: at % 3 === 0 ? undefined : [{ sku: 'a' }] }),
    ],
  ] as const)('finds %s at %s', (kind, path, type, change) => {
    const drop = (at: number) => JSON.parse(JSON.stringify(change(at)))
    const { verdict, findings, why } = judgeDocuments(many(1000, order), many(1000, drop))
    expect(verdict).toBe('drift')
    expect(findings[0]).toMatchObject({ kind, path, type })
    expect(why).toContain(path)
    // What lies below the path is not told again.
    expect(findings.filter((one) => one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`))).toEqual([])
  })

  it('takes whole numbers for numbers, but fractions among whole numbers for a change', () => {
    expect(
      judgeDocuments(
        many(800, (at) => ({ x: at + 0.5 })),
        many(800, (at) => ({ x: at })),
      ).verdict,
    ).toBe('stable')
    const widened = judgeDocuments(
      many(800, (at) => ({ x: at })),
      many(800, (at) => ({ x: at % 2 === 0 ? at : at + 0.5 })),
    )
    expect(widened.findings.map(({ kind, type }) => [kind, type])).toContainEqual(['type-appeared', 'number'])
  })

  it('does not mind a path in a handful of documents', () => {
    const rare = (at: number) => (at < 6 ? { ...order(at), odd: 1 } : order(at))
    expect(judgeDocuments(many(1000, order), many(1000, rare)).verdict).toBe('stable')
  })
})

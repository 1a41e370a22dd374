import { describe, expect, test } from 'vitest'
import { makeSummary } from './make-summary'
import { groupQueue, placeInQueue, placeOf, shortReason } from './prepare-queue'

const now = Date.parse('2026-11-12T10:42:00Z')

describe('groupQueue', () => {
  test('puts what is due today first, overdue included, and the rest by connection and table', () => {
    const groups = groupQueue(
      [
        makeSummary({ id: 'later', dueAt: '2026-11-17T10:00:00Z' }),
        makeSummary({ id: 'today', dueAt: '2026-11-12T23:59:00Z', path: 'public.order.total' }),
        makeSummary({ id: 'overdue', dueAt: '2026-11-10T08:00:00Z' }),
        makeSummary({ id: 'other', dueAt: '2026-11-14T10:00:00Z', path: 'public.order.note' }),
      ],
      'mine',
      now,
    )
    expect(groups.map(({ label, items }) => [label, items.map(({ id }) => id)])).toEqual([
      ['Due today', ['overdue', 'today']],
      ['orders.order', ['other']],
      ['orders.customer', ['later']],
    ])
  })

  test('keeps two tables of one name in two schemas apart', () => {
    const groups = groupQueue(
      [makeSummary({ id: 'a' }), makeSummary({ id: 'b', path: 'crm.customer.phone' })],
      'waiting',
      now,
    )
    expect(groups).toHaveLength(2)
  })

  test('has no due group for what is approved already', () => {
    const groups = groupQueue([makeSummary({ id: 'a', dueAt: '2026-11-12T11:00:00Z' })], 'approved', now)
    expect(groups.map(({ label }) => label)).toEqual(['orders.customer'])
  })

  test('groups decided items by day, latest first', () => {
    const groups = groupQueue(
      [
        makeSummary({ id: 'old', updatedAt: '2026-11-01T09:00:00Z' }),
        makeSummary({ id: 'first', updatedAt: '2026-11-12T08:00:00Z' }),
        makeSummary({ id: 'last', updatedAt: '2026-11-12T10:00:00Z' }),
      ],
      'done',
      now,
    )
    expect(groups.map(({ label, items }) => [label, items.map(({ id }) => id)])).toEqual([
      ['Today', ['last', 'first']],
      ['Earlier', ['old']],
    ])
  })
})

describe('placeInQueue', () => {
  const groups = groupQueue(
    [makeSummary({ id: 'a', number: 1 }), makeSummary({ id: 'b', number: 2 }), makeSummary({ id: 'c', number: 3 })],
    'waiting',
    now,
  )

  test('counts from one and names the neighbours', () => {
    expect(placeInQueue(groups, 'b')).toEqual({ position: 2, of: 3, previousId: 'a', nextId: 'c' })
    expect(placeInQueue(groups, 'c')).toEqual({ position: 3, of: 3, previousId: 'b', nextId: null })
  })

  test('leads from an item outside the view to its first', () => {
    expect(placeInQueue(groups, 'z')).toEqual({ position: null, of: 3, previousId: null, nextId: 'a' })
  })
})

test('placeOf names the connection alone when the path has no table', () => {
  expect(placeOf({ connection: { id: 'c', name: 'orders', service: 'postgres', isPlanned: false }, path: '' })).toBe(
    'orders',
  )
})

test('shortReason leaves out the path that stands above it, and only that', () => {
  expect(shortReason({ path: 'a.b.c', reason: '`a.b.c` is gone.' })).toBe('Is gone.')
  expect(shortReason({ path: 'a.b.c', reason: 'Table `a.b` is here.' })).toBe('Table `a.b` is here.')
})

import { describe, expect, it } from 'vitest'
import type { IncidentView } from '@/lib/capabilities/drift/contract'
import { standOf, titleOf } from './prepare-incident'

const finding = (over: Partial<IncidentView['findings'][number]> = {}): IncidentView['findings'][number] => ({
  id: crypto.randomUUID(),
  schema: 'public',
  table: 'order',
  kind: 'column',
  column: 'total',
  score: 2,
  why: 'It moved',
  firstAt: '2026-11-12T10:00:00Z',
  clearedAt: null,
  ...over,
})
const incident = (over: Partial<IncidentView> = {}): IncidentView => ({
  id: crypto.randomUUID(),
  number: 41,
  connectionId: crypto.randomUUID(),
  connectionName: 'pg_orders',
  state: 'open',
  openedAt: '2026-11-12T10:00:00Z',
  lastAt: '2026-11-12T10:00:00Z',
  acknowledgedBy: null,
  closedAt: null,
  closedBy: null,
  closedReason: null,
  suspects: [],
  findings: [finding()],
  retraining: null,
  ...over,
})

describe('an incident in words', () => {
  it('names its strongest finding and how many more there are', () => {
    expect(titleOf(incident())).toEqual({ path: ['public', 'order', 'total'], rest: 'moved' })
    expect(titleOf(incident({ findings: [finding({ kind: 'row-count', column: '' }), finding(), finding()] }))).toEqual(
      {
        path: ['public', 'order'],
        rest: 'unusual number of rows and 2 more',
      },
    )
  })

  it.each([
    [incident(), 'Open, 1 of 1 finding stands'],
    [
      incident({ findings: [finding(), finding({ clearedAt: '2026-11-12T11:00:00Z' })] }),
      'Open, 1 of 2 findings stand',
    ],
    [incident({ state: 'acknowledged', acknowledgedBy: 'Ada' }), 'Ada looks after it'],
    [incident({ state: 'closed', closedBy: 'Headgate' }), 'Closed by Headgate'],
  ])('says how it stands', (one, words) => expect(standOf(one)).toBe(words))
})

import { expect, test } from 'vitest'
import { threadWithoutDecisions } from './prepare-thread'

const entry = (kind: 'comment' | 'review', at: string, authorName = 'Ada') => ({
  at,
  kind,
  authorName,
  text: '',
  revision: 1,
})

test('drops a decision that the list of decisions tells, and keeps a refused one', () => {
  const reviews = [
    {
      at: '2026-11-12T10:40:00.000Z',
      person: { id: 'u', name: 'Ada' },
      decision: 'approve' as const,
      reason: null,
      revision: 1,
      counts: true,
      onBehalfOf: null,
      voidReason: null,
    },
  ]
  const comment = entry('comment', '2026-11-12T10:40:00.000Z')
  const told = entry('review', '2026-11-12T10:40:00.012Z')
  const refused = entry('review', '2026-11-12T10:30:00.000Z')
  expect(threadWithoutDecisions({ thread: [refused, comment, told], reviews })).toEqual([refused, comment])
})

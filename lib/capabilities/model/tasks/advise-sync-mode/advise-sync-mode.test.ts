import { expect, it } from 'vitest'
import { sampleInputs } from '@/lib/capabilities/model/tasks/testing/sample-inputs'
import { checkAdvice } from './advise-sync-mode'

const input = sampleInputs('orders')['advise-sync-mode']
const history = { syncMode: 'history' as const, reason: 'status moves', against: '' }

it('refuses a history of rows that nothing tells apart', () => {
  expect(checkAdvice(history, input)).toHaveLength(1)
  expect(checkAdvice(history, { ...input, columns: [{ name: 'id', type: 'LONG', key: true }] })).toEqual([])
  expect(checkAdvice({ ...history, syncMode: 'live' }, input)).toEqual([])
})

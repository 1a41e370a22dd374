import { expect, test } from 'vitest'
import { formatCount } from '@/components/ui/format-count'
import { impactValue } from './prepare-impact'

test.each([
  ['2026-11-12T11:00:00.000Z', '11:00'],
  ['2026-11-13T00:04:00.000Z', 'Fri 13 Nov, 00:04'],
  ['41210', formatCount(41_210)],
  ['paused', 'paused'],
  ['+0 to 900', '+0 to 900'],
])('%s is shown as %s', (value, shown) => {
  expect(impactValue(value, Date.parse('2026-11-12T10:42:00Z'))).toBe(shown)
})

import { expect, test } from 'vitest'
import { prepareLog } from './prepare-log'

test('says of which step a line is and marks what went wrong', () => {
  const at = '2026-11-12T10:42:00Z'
  const lines = prepareLog([
    { at, who: 'Ada', text: 'started R-1' },
    { at, who: 'Headgate worker', text: 'did a step of R-1 step 2: done' },
    { at, who: 'Headgate worker', text: 'R-1 failed: refused' },
  ])
  expect(lines.map(({ scope, text, tone }) => [scope, text, tone])).toEqual([
    ['run', 'Ada started R-1', undefined],
    ['2', 'Headgate worker did a step of R-1 step 2: done', undefined],
    ['run', 'Headgate worker R-1 failed: refused', 'bad'],
  ])
})

import { describe, expect, it } from 'vitest'
import { type CallFileRow, toCallCsv } from './call-file'

const row: CallFileRow = {
  at: '2026-11-25T00:00:00.000Z',
  task: 'draft-mapping',
  promptVersion: 'draft-mapping.1',
  subject: 'crm.contact',
  provider: null,
  model: 'm',
  outcome: 'answered',
  turn: 1,
  cached: false,
  inputTokens: 10,
  outputTokens: 5,
  costMicros: 12,
  tookMs: 80,
  retries: 0,
  requestedBy: 'Ada',
  connection: null,
  proposal: 7,
}

describe('toCallCsv', () => {
  it('has a head and one line a call', () => {
    const [head, line, end] = toCallCsv([row]).split('\r\n')
    expect(head?.split(',')).toHaveLength(17)
    expect(line).toBe(
      '2026-11-25T00:00:00.000Z,draft-mapping,draft-mapping.1,crm.contact,,m,answered,1,false,10,5,12,80,0,Ada,,7',
    )
    expect(end).toBe('')
  })

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-1+1', "'-1+1"],
    ['a,b', '"a,b"'],
    ['plain=x', 'plain=x'],
  ])('a subject %s is written %s', (subject, cell) => {
    expect(toCallCsv([{ ...row, subject }]).split('\r\n')[1]).toContain(`draft-mapping.1,${cell},,m`)
  })
})

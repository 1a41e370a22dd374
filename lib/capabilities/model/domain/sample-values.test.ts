import { describe, expect, it } from 'vitest'
import { buildSampleValues, SAMPLES_MAX } from './sample-values'

const column = (name: string, dataClass: string | null, isConsented = true) => ({ name, dataClass, isConsented })
const values = {
  email: ['jane@example.com'],
  note: ['I met Jane'],
  plan: ['pro', 'free'],
  odd: ['x'],
  secret: ['hunter2'],
}

describe('buildSampleValues', () => {
  it('shows nothing while samples are off', () => {
    expect(buildSampleValues(values, [column('plan', null)], false)).toEqual({})
  })

  it('masks by class with the shape kept, of consented columns only, without free text', () => {
    const columns = [
      column('email', 'email'),
      column('note', 'free-text'),
      column('plan', null),
      column('odd', 'a-class-of-tomorrow'),
      column('secret', null, false),
    ]
    expect(buildSampleValues(values, columns, true)).toEqual({
      email: ['j***@e***.com'],
      plan: ['free', 'pro'],
      odd: ['***'],
    })
  })

  it('shows at most twenty values, and none of a column of long ones', () => {
    const many = { id: Array.from({ length: 50 }, (_, index) => `${index}`), text: ['x'.repeat(200)] }
    const shown = buildSampleValues(many, [column('id', null), column('text', null)], true)
    expect(shown.id).toHaveLength(SAMPLES_MAX)
    expect(shown.text).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { isSystemColumn } from './system-columns'

describe('isSystemColumn', () => {
  it.each(['_fivetran_synced', '_FIVETRAN_DELETED', '_fivetran_id', 'ctid_fivetran_id'])('knows %s', (name) => {
    expect(isSystemColumn(name)).toBe(true)
  })
  it.each(['fivetran_synced', '_file', 'id', 'fivetran_idea', ''])('leaves %s to the source', (name) => {
    expect(isSystemColumn(name)).toBe(false)
  })
})

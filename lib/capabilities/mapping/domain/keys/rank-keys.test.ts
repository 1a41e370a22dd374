import { describe, expect, it } from 'vitest'
import { inferTables } from '../records/infer-from-profile'
import { TableProfile } from '../records/table-profile'

/** Two rows in which every column differs, so that only names and types tell. */
function bestKey(table: string, columns: string): string | undefined {
  const profile = new TableProfile()
  for (const row of [1, 2]) {
    const entries = columns.split(' ').map((column) => {
      const [name = '', kind] = column.split(':')
      const values = { t: `2024-01-0${row}T00:00:00Z`, d: `2024-01-0${row}`, i: row, n: row + 0.5 }
      return [name, kind === undefined ? `${name}${row}` : values[kind as keyof typeof values]]
    })
    profile.addRecord(Object.fromEntries(entries))
  }
  return inferTables(table, profile)[0]?.primaryKeyCandidates[0]?.columns.join(' ')
}

describe('rankKeys', () => {
  it.each([
    ['customer', 'id email created:t account_id', 'id'],
    ['Attachment', 'FileName AttachmentID Url', 'AttachmentID'],
    ['card', 'customer_id id brand', 'id'],
    ['order_line', 'order_id index:i sku', 'order_id index'],
    ['ticket_tag', 'ticket_id tag', 'ticket_id tag'],
    ['order_note_attribute', 'order_id name value', 'order_id name'],
    ['event_metadata', 'event_id key value', 'event_id key'],
    ['issue_label', 'issue_id label_id', 'issue_id label_id'],
    ['repo_team', 'repository_id team_id permission', 'repository_id team_id'],
    ['group_membership', 'id user_id group_id', 'id'],
    ['campaign_history', 'id last_modified_time:t account_id name', 'id last_modified_time'],
    ['subscription_history', 'subscription_id updated_at:t status', 'subscription_id updated_at'],
    ['contact_property_history', 'contact_id name timestamp:t value', 'contact_id name timestamp'],
    ['issue_field_history', 'issue_id field_id time:t value author_id', 'issue_id field_id time'],
    ['deal_stage', 'deal_id date_entered:t value source_id', 'deal_id date_entered'],
    ['ad_report', 'date:d account_id ad_id clicks:i', 'ad_id date'],
    ['basic_ad', 'ad_id date:d account_id impressions:i', 'ad_id date'],
    ['page', '_fivetran_id url title', '_fivetran_id'],
    ['invoice_line_item', 'unique_id id invoice_id amount:i', 'unique_id'],
    ['country', 'iso_code name', 'iso_code'],
  ])('%s (%s): %s', (table, columns, key) => {
    expect(bestKey(table, columns)?.split(' ').sort()).toEqual(key.split(' ').sort())
  })

  it('proposes nothing that is empty in a row or the same in two', () => {
    const profile = new TableProfile()
    profile.addRecord({ id: 1, order_id: 5, index: 0 })
    profile.addRecord({ id: null, order_id: 5, index: 0 })
    expect(inferTables('order_line', profile)[0]?.primaryKey).toEqual([])
  })
})

import type { TaskName } from '@/lib/capabilities/model/domain/task'

/** One ordinary question of every task, and a part of what a model that understands it says. */
export const sensibleAsks: Record<TaskName, { input: unknown; says: unknown }> = {
  'explain-changes': {
    input: {
      connector: 'salesforce',
      changes: [
        {
          ref: 'c1',
          kind: 'column-removed',
          path: 'crm.contact.email',
          sentence: '`crm.contact.email` is gone.',
          severity: 'breaking',
          severityReason: 'Readers fail.',
          origin: 'source',
        },
      ],
      more: 0,
    },
    says: {
      points: [
        { change: 'c1', effect: 'crm.contact.email: Whatever reads it fails or shows nothing from the next sync on.' },
      ],
    },
  },
  'judge-rename': {
    input: {
      connector: 'postgres',
      table: 'customer',
      gone: { name: 'phone', type: 'STRING', nullable: true, key: false },
      came: { name: 'phone_e164', type: 'STRING', nullable: true, key: false },
      others: ['email'],
      evidence: [],
    },
    says: { opinion: 'same' },
  },
  'classify-columns': {
    input: {
      connector: 'postgres',
      table: 'customer',
      columns: ['birth_date', 'email_verified', 'firstName'].map((name) => ({ name, type: 'STRING' })),
      samples: {},
    },
    says: { columns: [{ classes: ['date-of-birth'] }, { classes: ['none'] }, { classes: ['person-name'] }] },
  },
  'describe-tables': {
    input: {
      connector: 'postgres',
      tables: [
        {
          name: 'order_line',
          columns: ['id', 'net_revenue'].map((name) => ({ name, type: 'LONG', key: name === 'id', class: null })),
        },
      ],
      glossary: [{ term: 'Net revenue', meaning: 'After returns.' }],
    },
    says: {
      tables: [{ description: 'One row is one order line.', columns: [{ terms: [] }, { terms: ['Net revenue'] }] }],
    },
  },
  'advise-sync-mode': {
    input: {
      connector: 'postgres',
      table: 'subscription',
      columns: ['id', 'status', 'updated_at'].map((name) => ({ name, type: 'STRING', key: name === 'id' })),
      current: 'soft-delete',
    },
    says: { syncMode: 'history' },
  },
  'read-source': {
    input: {
      name: 'Shop API',
      kind: 'documentation',
      text: '## Orders\nGET /v1/orders\n  "id": 0,\n  "customer_id": 0,\n  "updated_at": "***"\n## Customers\n| id | integer | required |\n| email | string | where we write to |',
    },
    says: {
      tables: [
        {
          name: 'orders',
          key: ['id'],
          cursor: 'updated_at',
          references: [{ field: 'customer_id', table: 'customers' }],
        },
        {
          name: 'customers',
          fields: [
            { name: 'id', nullable: false },
            { name: 'email', description: 'where we write to' },
          ],
        },
      ],
    },
  },
  'draft-mapping': {
    input: {
      connector: 'postgres',
      schema: 'public',
      table: 'customer',
      synced: true,
      syncMode: 'soft-delete',
      columns: [
        {
          name: 'secondaryEmail',
          type: 'STRING',
          nullable: true,
          key: false,
          synced: true,
          hashed: false,
          class: null,
        },
      ],
      changes: [{ kind: 'column-added', column: 'secondaryEmail', sentence: '`secondaryEmail` is here.' }],
      rules: { rationale: 'A column was added.', actions: [] },
      kinds: ['set-column-hashed'],
      samples: {},
    },
    says: {
      actions: [{ kind: 'set-column-hashed', column: 'secondaryEmail', hashed: true }],
      suggestions: [{ about: 'standard-name', value: 'secondary_email' }, { about: 'description' }],
    },
  },
}

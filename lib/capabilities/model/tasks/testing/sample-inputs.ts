import type { TaskName } from '@/lib/capabilities/model/domain/task'
import type { AdviseSyncModeInput } from '@/lib/capabilities/model/tasks/advise-sync-mode/prompt'
import type { ClassifyColumnsInput } from '@/lib/capabilities/model/tasks/classify-columns/prompt'
import type { DescribeTablesInput } from '@/lib/capabilities/model/tasks/describe-tables/prompt'
import type { DraftMappingInput } from '@/lib/capabilities/model/tasks/draft-mapping/prompt'
import type { ExplainChangesInput } from '@/lib/capabilities/model/tasks/explain-changes/prompt'
import type { JudgeRenameInput } from '@/lib/capabilities/model/tasks/judge-rename/prompt'
import type { ReadSourceInput } from '@/lib/capabilities/model/tasks/read-source/prompt'

interface SampleInputs extends Record<TaskName, object> {
  'explain-changes': ExplainChangesInput
  'draft-mapping': DraftMappingInput
  'read-source': ReadSourceInput
  'judge-rename': JudgeRenameInput
  'classify-columns': ClassifyColumnsInput
  'describe-tables': DescribeTablesInput
  'advise-sync-mode': AdviseSyncModeInput
}

/** One input for each task, with `name` wherever a source names things. */
export function sampleInputs(name: string): SampleInputs {
  const column = { name, type: 'STRING', nullable: true, key: false }
  return {
    'explain-changes': {
      connector: name,
      changes: [
        {
          ref: 'c1',
          kind: 'column-added',
          path: `crm.contact.${name}`,
          sentence: `\`${name}\` is here.`,
          severity: 'safe',
          severityReason: 'nothing reads it yet',
          origin: 'source',
        },
      ],
      more: 0,
    },
    'draft-mapping': {
      connector: 'salesforce',
      schema: 'crm',
      table: name,
      synced: true,
      syncMode: 'soft-delete',
      columns: [{ ...column, synced: true, hashed: false, class: null }],
      changes: [{ kind: 'column-added', column: name, sentence: `\`${name}\` is here.` }],
      rules: { rationale: name, actions: [] },
      samples: {},
      kinds: ['set-column-hashed'],
    },
    'read-source': { name, kind: 'documentation', text: `GET /items returns ${name}` },
    'judge-rename': {
      connector: 'salesforce',
      table: 'contact',
      gone: column,
      came: { ...column, name: 'other' },
      others: [name],
      evidence: [{ verdict: 'for', text: 'values agree', measure: '498 of 500' }],
    },
    'classify-columns': {
      connector: 'salesforce',
      table: 'contact',
      columns: [column],
      samples: { [name]: ['j***@e***.com'] },
    },
    'describe-tables': {
      connector: 'salesforce',
      tables: [{ name, columns: [{ ...column, class: null }] }],
      glossary: [{ term: 'Customer', meaning: 'Somebody who bought' }],
    },
    'advise-sync-mode': { connector: 'salesforce', table: name, columns: [column], current: 'soft-delete' },
  }
}

import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { AdviceSection } from './advice-section'
import { ClassOpinions } from './class-opinions'
import { SyncModeAdvice } from './sync-mode-advice'
import { TableDescription } from './table-description'

export type TableAdviceProps = {
  place: { connectionId: string; schema: string; table: string }
  role: Role | null
  columnHref: (column: string) => string
}

/** What a model may be asked about a table: what it holds, what its columns hold, and how it should be synced. */
export function TableAdvice({ place, role, columnHref }: TableAdviceProps) {
  const asked = (task: 'describe-tables' | 'classify-columns' | 'advise-sync-mode') => ({ task, subject: place })
  return (
    <>
      <AdviceSection
        title="What it holds"
        request={{ kind: 'describe-tables', ...place }}
        preview={asked('describe-tables')}
        role={role}
      >
        {(result) => result.kind === 'describe-tables' && <TableDescription result={result} />}
      </AdviceSection>
      <AdviceSection
        title="A second opinion on classes"
        request={{ kind: 'classify-columns', ...place }}
        preview={asked('classify-columns')}
        role={role}
      >
        {(result) => result.kind === 'classify-columns' && <ClassOpinions result={result} hrefOf={columnHref} />}
      </AdviceSection>
      <AdviceSection
        title="Sync mode"
        request={{ kind: 'advise-sync-mode', ...place }}
        preview={asked('advise-sync-mode')}
        role={role}
      >
        {(result) => result.kind === 'advise-sync-mode' && <SyncModeAdvice result={result} />}
      </AdviceSection>
    </>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { countOf } from '@/components/connections/count-of'
import { rightReason } from '@/components/connections/right-reason'
import { Section } from '@/components/ui/section'
import { classFlipsQuery } from '@/lib/capabilities/catalog/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { FlipGroup } from './flip-group'

export type ClassFlipsProps = { role: Role | null }

/** What the new recogniser would change, by what becomes of what. Nothing changes before a person answers; without flips there is nothing to see. */
export function ClassFlips({ role }: ClassFlipsProps) {
  const { data } = useQuery(classFlipsQuery())
  const groups = data?.groups ?? []
  if (groups.length === 0) return null
  const columns = groups.reduce((sum, group) => sum + group.columns, 0)
  return (
    <Section
      title="What the new recogniser would change"
      note={`${countOf(columns, 'column')}, nothing changes before you answer`}
    >
      <ul>
        {groups.map((group) => (
          <li key={`${group.from} ${group.to} ${group.isDecided}`} className="border-b border-line">
            <FlipGroup group={group} refusal={rightReason(role, 'classes.decide', 'decide classes')} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

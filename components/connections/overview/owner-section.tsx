'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { showToast } from '@/components/ui/toast'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { editConnectionMutation } from '@/lib/control-loop/connection/queries'
import { peopleQuery } from '@/lib/platform/auth/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { rightReason } from '../right-reason'

export type OwnerSectionProps = { connection: ConnectionDetail; role: Role | null }

const nobody = 'nobody'

/** Who answers for the connection: troubles and proposals here are theirs first. */
export function OwnerSection({ connection, role }: OwnerSectionProps) {
  const client = useQueryClient()
  const { data: people } = useQuery(peopleQuery())
  const edit = useMutation({
    ...editConnectionMutation(client, connection.id),
    onSuccess: () => showToast(`The owner of ${connection.name} is changed.`),
  })
  const refusal = rightReason(role, 'connections.write', 'set the owner')
  const { owner } = connection
  const listed = (people?.items ?? []).filter(({ disabledAt, id }) => disabledAt === null || id === owner?.id)
  // The owner is shown before the list of people is read, and also when it never is.
  const known = owner && !listed.some(({ id }) => id === owner.id) ? [owner, ...listed] : listed
  return (
    <Section title="Owner" gutter="inspector" isFollowing>
      <div className="flex flex-col gap-2 px-4 py-2.5">
        <Select
          label="Owner"
          isLabelHidden
          size="sm"
          options={[{ id: nobody, label: 'Nobody' }, ...known.map(({ id, name }) => ({ id, label: name }))]}
          value={owner?.id ?? nobody}
          onChange={(id) => {
            const ownerId = id === nobody ? null : id
            if (ownerId !== (owner?.id ?? null)) edit.mutate({ ownerId })
          }}
          isDisabled={refusal !== null || edit.isPending}
        />
        {refusal && <p className="text-xs text-ink-3">{refusal}</p>}
        <ProblemMessage error={edit.error} what="Changing the owner" />
      </div>
    </Section>
  )
}

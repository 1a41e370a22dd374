'use client'

import { useMutation } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import type { MappingAnswer } from '@/lib/capabilities/mapping/contract'
import { proposeMappingMutation } from '@/lib/capabilities/mapping/queries'

export type SchemaChoiceProps = {
  source: MappingAnswer['source']
  hasEdits: boolean
  onProposed: (answer: MappingAnswer) => void
}

/** A connection may have several schemas; one is mapped at a time. Another is not opened over edits. */
export function SchemaChoice({ source, hasEdits, onProposed }: SchemaChoiceProps) {
  const propose = useMutation({ ...proposeMappingMutation(), onSuccess: onProposed })
  const { connectionId } = source
  if (connectionId === null || source.schemas.length < 2) return null
  return (
    <div className="grid max-w-96 gap-2 px-5 pb-3">
      <Select
        label={`Schema, ${source.schemas.length} of them`}
        size="sm"
        isDisabled={hasEdits || propose.isPending}
        hint={hasEdits ? 'Undo all edits to map another schema.' : undefined}
        value={source.schema}
        onChange={(schema) => propose.mutate({ kind: 'connection', connectionId, schema })}
        options={source.schemas.map((schema) => ({ id: schema, label: revealInvisible(schema) }))}
      />
      <ProblemMessage error={propose.error} what="Mapping another schema" />
    </div>
  )
}

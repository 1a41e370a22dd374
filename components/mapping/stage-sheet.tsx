'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryView } from '@/components/connections/query-view'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import type { Mapping, StagingPlaces } from '@/lib/capabilities/mapping/contract'
import { stageMappingMutation, stagingPlacesQuery } from '@/lib/capabilities/mapping/queries'
import { prepareStaging, type StagingFields } from './prepare-staging'
import { StageForm } from './stage-form'

export type StageSheetProps = {
  source: { name: string; mapping: Mapping }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onStaged: (proposal: { id: string; number: number }) => void
}

/** Where the mapping is to land and as what: the last words before it waits for somebody else's approval. */
export function StageSheet({ source, isOpen, onOpenChange, onStaged }: StageSheetProps) {
  const places = useQuery({ ...stagingPlacesQuery(), enabled: isOpen })
  const [fields, setFields] = useState<StagingFields>(() => startFields(source.mapping))
  const client = useQueryClient()
  const stage = useMutation({ ...stageMappingMutation(client), onSuccess: onStaged })
  const prepared = prepareStaging(fields, source, places.data ?? noPlaces)
  const change = (part: Partial<StagingFields>) => {
    stage.reset()
    setFields((now) => ({ ...now, ...part }))
  }
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Stage for review"
      note="A proposal to create a connection in Fivetran: paused, without credentials. Nothing happens before somebody else approves it and it is applied."
      actions={
        <>
          <Button
            kind="decide"
            size="lg"
            isPending={stage.isPending}
            disabledReason={prepared.obstacle}
            onPress={() => prepared.request && stage.mutate(prepared.request)}
          >
            Stage for review
          </Button>
          <Button size="lg" onPress={() => onOpenChange(false)}>
            Not yet
          </Button>
        </>
      }
    >
      <QueryView
        query={places}
        what="The destinations were not read"
        reading="Reading the destinations"
        skeleton={<Skeleton label="Reading the destinations" rows={6} look="block" />}
      >
        {({ destinations }) => (
          <div className="space-y-4 px-6 py-4">
            <StageForm destinations={destinations} fields={fields} prepared={prepared} onChange={change} />
            <ProblemMessage error={stage.error} what="The staging" />
          </div>
        )}
      </QueryView>
    </Sheet>
  )
}

const noPlaces: StagingPlaces = { destinations: [] }

function startFields(mapping: Mapping): StagingFields {
  return {
    destinationId: null,
    service: '',
    name: mapping.schema,
    part: '',
    sourceSchema: 'public',
    changeHandling: 'allow-columns',
    host: '',
    port: '5432',
    database: '',
    rationale: '',
  }
}

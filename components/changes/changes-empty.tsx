import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { type ChangeListParams, changeListHref, isNarrowed } from './change-list-params'

export type ChangesEmptyProps = { params: ChangeListParams }

const unfiltered = { severity: null, origin: null, connection: null, q: '' } as const

/** Why no change is listed, and the next list that is not empty. */
export function ChangesEmpty({ params }: ChangesEmptyProps) {
  if (isNarrowed(params)) {
    return (
      <EmptyState
        title="No change matches these filters."
        actions={<ButtonLink href={changeListHref(params, unfiltered)}>Clear the filters</ButtonLink>}
      />
    )
  }
  if (params.state === 'open') {
    return (
      <EmptyState
        title="Nothing differs from what was approved."
        actions={
          <>
            <ButtonLink href={changeListHref(params, { state: 'closed' })}>See closed changes</ButtonLink>
            <ButtonLink href="/connections" kind="quiet">
              Connections
            </ButtonLink>
          </>
        }
      >
        Headgate looks after every sync and compares what it sees with the approved baseline.
      </EmptyState>
    )
  }
  return (
    <EmptyState title={params.state === 'closed' ? 'No change was closed yet.' : 'No change was seen yet.'}>
      A change shows here as soon as a snapshot differs from the approved baseline.
    </EmptyState>
  )
}

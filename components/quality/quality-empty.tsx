import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { QualityOverview } from '@/lib/capabilities/quality/contract'
import { type QualityParams, qualityHref } from './quality-params'

export type QualityEmptyProps = { overview: QualityOverview; params: QualityParams }

/** Why no check is listed, and the next step to one. */
export function QualityEmpty({ overview, params }: QualityEmptyProps) {
  if (overview.connections.length > 0)
    return (
      <EmptyState
        title={params.state === 'failing' ? 'Nothing fails.' : 'No check matches these filters.'}
        actions={
          <ButtonLink href={qualityHref(params, { state: null, connection: null, kind: null })}>
            See all checks
          </ButtonLink>
        }
      />
    )
  if (overview.cover.measured === 0)
    return (
      <EmptyState title="No table was measured yet." actions={<ButtonLink href="/connections">Connections</ButtonLink>}>
        Switch on measuring in a connection: after each sync its tables are measured in their warehouse, and checks are
        suggested from what was found.
      </EmptyState>
    )
  return (
    <EmptyState title="No check was accepted yet." actions={<ButtonLink href="/catalog">Catalog</ButtonLink>}>
      Tables were measured and checks are suggested. Each waits for a person to propose it and for another to approve
      it.
    </EmptyState>
  )
}

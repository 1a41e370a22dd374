import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Tile } from '@/components/ui/tile'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { OutsideState } from '../outside-state'
import { CallsSection } from './calls-section'
import { WebhookPanel } from './webhook-panel'

export type FivetranAsideProps = { settings: FivetranSettings; mayEdit: boolean }

/** What comes in from Fivetran, what is asked of it, and where it writes. */
export function FivetranAside({ settings: { webhook, calls, destinations }, mayEdit }: FivetranAsideProps) {
  return (
    <>
      {webhook && <WebhookPanel webhook={webhook} mayEdit={mayEdit} />}
      <CallsSection calls={calls} isFollowing={webhook !== null} />
      <Section
        title="Destinations"
        note={`${destinations.length}`}
        gutter="inspector"
        isFollowing
        actions={<Link href="/settings/warehouses">Warehouses</Link>}
      >
        {destinations.length === 0 ? (
          <p className="px-4 py-2.5 text-xs text-ink-2">Listed as soon as the account is read.</p>
        ) : (
          <ul>
            {destinations.map((destination) => (
              <li
                key={destination.id}
                className="flex items-center gap-2.5 border-b border-line px-4 py-2 last:border-b-0"
              >
                <Tile name={destination.service} />
                <span className="min-w-0 grow">
                  <span className="block truncate font-medium">{revealInvisible(destination.name)}</span>
                  <span className="mono block truncate text-ink-3">
                    {revealInvisible(destination.externalId)}
                    {destination.region && `, ${destination.region}`}
                  </span>
                </span>
                <span className="grid justify-items-end gap-0.5 text-xs text-ink-2">
                  {destination.connections === 1 ? '1 connection' : `${destination.connections} connections`}
                  {destination.warehouseConfigured ? (
                    <OutsideState state={destination.warehouseState} />
                  ) : (
                    <span className="text-ink-3">
                      {destination.warehouseDoor ? 'no warehouse access' : 'types stay unknown'}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

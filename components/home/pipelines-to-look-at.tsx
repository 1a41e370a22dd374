import { ConnectionState } from '@/components/ui/connection-state'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Tile } from '@/components/ui/tile'
import type { Home } from '@/lib/control-loop/overview/contract'
import { prepareTrouble } from './prepare-trouble'

export type PipelinesToLookAtProps = { connections: Home['unhealthy']; total: number }

/** Connections that are not on schedule, worst first, each with its reason. */
export function PipelinesToLookAt({ connections, total }: PipelinesToLookAtProps) {
  return (
    <Section
      title="Pipelines to look at"
      note={connections.length > 0 ? `${connections.length} of ${total}` : undefined}
      actions={<Link href="/connections">All connections</Link>}
    >
      {connections.length === 0 ? (
        <EmptyState title={total === 1 ? 'The connection is on schedule.' : `All ${total} are on schedule.`} />
      ) : (
        <ul>
          {connections.map((connection) => {
            const trouble = prepareTrouble(connection)
            return (
              <li
                key={connection.id}
                className="flex items-start gap-2.5 border-b border-line px-5 py-[7px] last:border-b-0"
              >
                <span className="mt-px">
                  <Tile name={connection.service} />
                </span>
                <div className="min-w-0 grow">
                  <div className="flex items-center gap-2">
                    <span className="min-w-0 truncate font-medium">
                      <Link href={`/connections/${connection.id}`} look="plain">
                        {revealInvisible(connection.name)}
                      </Link>
                    </span>
                    <span className="ms-auto">
                      <ConnectionState state={trouble.state} word={trouble.word} />
                    </span>
                  </div>
                  {connection.healthDetail && <p className="text-xs text-ink-2">{connection.healthDetail}</p>}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

import { OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { ConnectionState } from '@/components/ui/connection-state'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { prepareConnectionState } from '../prepare-connection-state'

export type HealthSectionProps = { connection: ConnectionDetail }

const underWayWords = { refresh: 'Refresh under way', sync: 'Sync asked for', apply: 'Apply run under way' } as const

/** How it is and why; every task and warning of Fivetran in its own words, since they say what mends it. */
export function HealthSection({ connection }: HealthSectionProps) {
  const { state, word, detail } = prepareConnectionState(connection)
  const { tasks, warnings, underWay } = connection
  const isWell = connection.health === 'on-schedule' || connection.health === 'syncing'
  return (
    <Section title="Health">
      <div className="flex flex-col gap-2 px-5 py-3">
        <div className="flex flex-wrap items-center gap-2">
          <ConnectionState state={state} word={word} size="header" />
          {underWay.map((work) => (
            <Tag key={work} kind="flow">
              {underWayWords[work]}
            </Tag>
          ))}
        </div>
        <p className="max-w-[640px] text-ink-2">
          {detail ??
            (isWell ? 'The last sync succeeded and its age is within the target.' : 'Fivetran gives no reason.')}
          {connection.isHistoricalSync && ' The first full sync still runs; freshness counts once it is through.'}
        </p>
      </div>
      {tasks.length + warnings.length > 0 && (
        <ul className="border-t border-line">
          {tasks.map((task) => (
            <Notice
              key={`task-${task.code}-${task.message}`}
              code={task.code}
              message={task.message}
              tone="text-bad-ink"
            >
              <Icon of={OctagonX} />
            </Notice>
          ))}
          {warnings.map((warning) => (
            <Notice
              key={`warning-${warning.code}-${warning.message}`}
              code={warning.code}
              message={warning.message}
              tone="text-warn-ink"
            >
              <Icon of={TriangleAlert} />
            </Notice>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Notice({
  code,
  message,
  tone,
  children,
}: {
  code: string
  message: string
  tone: string
  children: ReactNode
}) {
  return (
    <li className="flex items-start gap-2 border-b border-line px-5 py-2 last:border-b-0">
      <span className={`mt-[3px] ${tone}`}>{children}</span>
      <span className="min-w-0 grow wrap-anywhere">{revealInvisible(message)}</span>
      <span className="mono shrink-0 text-ink-3">{revealInvisible(code)}</span>
    </li>
  )
}

'use client'

import { Check, CircleDashed, Copy, type LucideIcon, X } from 'lucide-react'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { CopyButton } from '@/components/ui/copy-button'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatClock, formatClockSeconds, formatRowTime } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { statusClass } from '@/components/ui/status-class'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { RotateSecret } from './rotate-secret'

type Webhook = NonNullable<FivetranSettings['webhook']>
export type WebhookPanelProps = { webhook: Webhook; mayEdit: boolean }

const states: Record<Webhook['state'], { word: string; colour: string; icon: LucideIcon }> = {
  unregistered: { word: 'Not registered', colour: 'text-ink-3', icon: CircleDashed },
  registering: { word: 'Being registered', colour: 'text-ink-2', icon: CircleDashed },
  active: { word: 'Active', colour: 'text-good-ink', icon: Check },
  inactive: { word: 'Inactive', colour: 'text-warn-ink', icon: CircleDashed },
  refused: { word: 'Refused', colour: 'text-bad-ink', icon: X },
}

/** The address Fivetran delivers to, how it stands, and the last deliveries: kept, sent twice, refused. */
export function WebhookPanel({ webhook, mayEdit }: WebhookPanelProps) {
  const face = states[webhook.state]
  const refused = webhook.deliveries.find((delivery) => delivery.outcome === 'refused')
  return (
    <>
      <Section
        title="Webhook"
        gutter="inspector"
        actions={
          <span className={statusClass(face.colour)}>
            <Icon of={face.icon} />
            {face.word}
          </span>
        }
      >
        <DefinitionList
          gutter="inspector"
          items={[
            {
              term: 'Address',
              value: (
                <span className="flex items-start gap-1">
                  <span className="mono min-w-0 wrap-anywhere">{webhook.address}</span>
                  <CopyButton text={webhook.address} label="Copy the address" />
                </span>
              ),
            },
            { term: 'Signature', value: 'HMAC-SHA256, checked on raw bytes' },
            {
              term: 'Last 24 h',
              value: `${webhook.kept24h} kept, ${webhook.doubles24h} doubles, ${webhook.refused24h} refused`,
            },
            ...(webhook.detail ? [{ term: 'Says', value: revealInvisible(webhook.detail) }] : []),
          ]}
        />
        <div className="px-4 pb-3">
          <RotateSecret disabledReason={whyNotRotate(webhook, mayEdit)} />
        </div>
      </Section>
      <Section title="Deliveries" gutter="inspector" isFollowing>
        {webhook.deliveries.length === 0 ? (
          <p className="px-4 py-2.5 text-xs text-ink-2">
            None yet. Headgate reads the account on its own until the first one comes.
          </p>
        ) : (
          <ul className="px-4 pt-1 pb-1.5">
            {webhook.deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </ul>
        )}
        {refused && (
          <div className="px-4 pt-1 pb-3">
            <Message tone="bad" title={`One delivery at ${formatClock(refused.receivedAt)} was refused.`}>
              {refused.refusal && `${revealInvisible(refused.refusal)} `}
              It was not read.
            </Message>
          </div>
        )}
      </Section>
    </>
  )
}

/** The secret is turned by who may edit, and only where Fivetran has one of ours to turn. */
function whyNotRotate(webhook: Webhook, mayEdit: boolean): string | null {
  if (!mayEdit) return `${whoMay('settings.write')} can.`
  return webhook.state === 'active' ? null : 'Possible once the webhook is active.'
}

function DeliveryRow({ delivery }: { delivery: Webhook['deliveries'][number] }) {
  const now = useNow()
  const isToday = delivery.receivedAt.slice(0, 10) === now.toISOString().slice(0, 10)
  const isKept = delivery.outcome === 'kept'
  return (
    <li className="grid min-h-[25px] grid-cols-[70px_minmax(0,13fr)_minmax(0,10fr)_76px] items-center gap-1 text-xs">
      <time dateTime={delivery.receivedAt} className="mono text-ink-3">
        {isToday
          ? formatClockSeconds(delivery.receivedAt)
          : `${formatRowTime(delivery.receivedAt, now)} ${formatClock(delivery.receivedAt)}`}
      </time>
      <span className="mono truncate">{delivery.event ? revealInvisible(delivery.event) : 'unread'}</span>
      <span className="mono truncate text-ink-2">
        {delivery.connection ? revealInvisible(delivery.connection) : 'unknown'}
      </span>
      <span
        className={`inline-flex items-center gap-1.5 ${isKept ? (delivery.doubles > 0 ? 'text-ink-3' : 'text-ink-2') : 'font-medium text-bad-ink'}`}
      >
        <Icon of={isKept ? (delivery.doubles > 0 ? Copy : Check) : X} />
        {isKept ? (delivery.doubles > 0 ? `${delivery.doubles + 1} times` : 'kept') : 'refused'}
      </span>
    </li>
  )
}

import { Check, Minus, X } from 'lucide-react'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatCount } from '@/components/ui/format-count'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { ModelSettings, Usage } from '@/lib/capabilities/model/contract'
import { callOutcomeLabels } from '@/lib/capabilities/model/domain/call-outcome'
import { callsHref } from './call-params'
import { FallbackList } from './fallback-list'
import { prepareLimits } from './prepare-limits'

export type UsageAsideProps = { usage: Usage; settings: ModelSettings; now: Date }

/** Who answers in which order, what it may cost, what may leave, and how versions and errors compare. */
export function UsageAside({ usage, settings, now }: UsageAsideProps) {
  return (
    <>
      <Section title="Models" note="order of fallback" gutter="inspector">
        <FallbackList usage={usage} settings={settings} now={now} />
      </Section>
      <Section title="Limits" gutter="inspector" isFollowing actions={<Link href="/settings/models">Edit</Link>}>
        <DefinitionList gutter="inspector" items={prepareLimits(settings)} />
      </Section>
      <Section title="What may leave" gutter="inspector" isFollowing>
        <ul className="px-4 py-2 text-xs leading-[19px]">
          <Leaving icon={Check} colour="text-good-ink" word="May: ">
            Names, types and counts
          </Leaving>
          <Leaving icon={X} colour="text-bad-ink" word="Never: ">
            Free text, and values as they are
          </Leaving>
          <Leaving
            icon={settings.samplesAllowed ? Check : Minus}
            colour={settings.samplesAllowed ? 'text-good-ink' : 'text-ink-3'}
            word={settings.samplesAllowed ? 'May: ' : 'Off: '}
          >
            {settings.samplesAllowed ? 'Masked samples of columns agreed to' : 'Masked samples: off'}
          </Leaving>
        </ul>
      </Section>
      {usage.acceptance.length > 0 && (
        <Section title="By prompt version" note="accepted of decided" gutter="inspector" isFollowing>
          <DefinitionList
            gutter="inspector"
            items={usage.acceptance.map((row) => ({
              term: row.promptVersion,
              value: (
                <>
                  {formatCount(row.accepted)} of {formatCount(row.decided)}
                  <span className="text-ink-3"> · {row.model}</span>
                </>
              ),
            }))}
          />
        </Section>
      )}
      {usage.errors.length > 0 && (
        <Section title="Went wrong" gutter="inspector" isFollowing>
          <ul className="px-4 py-2 text-xs">
            {usage.errors.map(({ outcome, calls }) => (
              <li key={outcome} className="flex min-h-6 items-center justify-between gap-3">
                <Link href={callsHref({ outcome })} tone="ink-2">
                  {callOutcomeLabels[outcome]}
                </Link>
                <span>{formatCount(calls)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type LeavingProps = { icon: typeof Check; colour: string; word: string; children: string }

function Leaving({ icon, colour, word, children }: LeavingProps) {
  return (
    <li className="flex items-center gap-2">
      <span className={colour}>
        <Icon of={icon} />
        <span className="sr-only">{word}</span>
      </span>
      {children}
    </li>
  )
}

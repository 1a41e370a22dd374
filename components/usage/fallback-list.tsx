import { Check, CircleDashed, CirclePause, type LucideIcon, TriangleAlert, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatTook } from '@/components/apply-runs/format-took'
import { formatClock } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { statusClass } from '@/components/ui/status-class'
import type { ModelSettings, Usage } from '@/lib/capabilities/model/contract'
import { type FallbackModel, type FallbackState, prepareFallback } from './prepare-fallback'
import { shareOf } from './prepare-usage'

export type FallbackListProps = { usage: Usage; settings: ModelSettings; now: Date }

const faces: Record<FallbackState, { word: string; colour: string; icon: LucideIcon }> = {
  up: { word: 'Up', colour: 'text-good-ink', icon: Check },
  untested: { word: 'Not tested yet', colour: 'text-ink-3', icon: CircleDashed },
  rests: { word: 'Rests', colour: 'text-warn-ink', icon: TriangleAlert },
  refused: { word: 'Refused', colour: 'text-bad-ink', icon: Unplug },
  away: { word: 'Does not answer', colour: 'text-warn-ink', icon: Unplug },
  off: { word: 'Not in use', colour: 'text-ink-3', icon: CirclePause },
}

/** Models in the order in which they are asked, each with how it stands; the built-in rules last, always there. */
export function FallbackList({ usage, settings, now }: FallbackListProps) {
  const models = prepareFallback(settings, usage, now)
  return (
    <ol>
      {models.map((entry, index) => (
        <Entry
          key={entry.key}
          number={index + 1}
          name={<span className="mono text-sm font-medium">{revealInvisible(entry.model)}</span>}
          state={settings.stopped ? 'off' : entry.state}
          stateNote={entry.restsUntil && `until ${formatClock(entry.restsUntil)}`}
          where={[entry.provider, entry.residency].filter(Boolean).map(revealInvisible).join(', ')}
          facts={factsOf(entry)}
        />
      ))}
      <Entry
        number={models.length + 1}
        name={<span className="font-medium">Rules</span>}
        state="up"
        where="built in"
        facts="always there"
      />
    </ol>
  )
}

function factsOf({ calls, errors, p95Ms, onlyTasks }: FallbackModel): string {
  const parts = [
    ...(p95Ms === null ? [] : [`p95 ${formatTook(p95Ms)}`]),
    ...(calls === 0 ? ['not asked in these days'] : [`${shareOf(errors, calls)} errors`]),
    ...(onlyTasks === 0 ? [] : [onlyTasks === 1 ? 'only 1 task' : `only ${onlyTasks} tasks`]),
  ]
  return parts.join(', ')
}

type EntryProps = {
  number: number
  name: ReactNode
  state: FallbackState
  stateNote?: string | null
  where: string
  facts: string
}

function Entry({ number, name, state, stateNote, where, facts }: EntryProps) {
  const face = faces[state]
  return (
    <li className="flex gap-2 border-b border-line px-4 py-[7px] last:border-b-0">
      <span className="w-3 shrink-0 text-ink-3">{number}</span>
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center justify-between gap-x-2">
          <span className="min-w-0 wrap-anywhere">{name}</span>
          <span className={statusClass(face.colour)}>
            <Icon of={face.icon} />
            {face.word}
            {stateNote && ` ${stateNote}`}
          </span>
        </div>
        <div className="flex flex-wrap justify-between gap-x-2 text-xs text-ink-2">
          <span className="min-w-0 wrap-anywhere">{where}</span>
          <span className="text-ink-3">{facts}</span>
        </div>
      </div>
    </li>
  )
}

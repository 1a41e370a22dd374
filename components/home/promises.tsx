import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { GateDrawing } from '@/components/ui/gate-drawing'
import { Icon } from '@/components/ui/icon'

/** What Headgate does on its own, what only after a person said so, and what never. */
export function Promises() {
  return (
    <aside
      aria-label="What Headgate does"
      className="grid content-start gap-[22px] border-line bg-canvas px-5 py-8 max-lg:border-t md:px-10 md:py-14 lg:border-s"
    >
      <PromiseList
        title="On its own"
        glyph={<Icon of={Check} />}
        tone="text-good-ink"
        lines={[
          'Reads schemas after every sync',
          'Compares them with what was approved',
          'Drafts proposals for what changed',
        ]}
      />
      <PromiseList
        title="Only when a person says so"
        glyph={<GateDrawing glyph="in-review" />}
        tone="text-wait-ink"
        lines={[
          'Changes a schema setting in Fivetran',
          'Pauses, syncs or re-syncs a connection',
          'Takes a change into the baseline',
        ]}
      />
      <PromiseList
        title="Never"
        glyph={<Icon of={X} />}
        tone="text-bad-ink"
        lines={['Approves for you', 'Sends values of personal columns to a model', 'Deletes data at the source']}
      />
    </aside>
  )
}

type PromiseListProps = { title: string; glyph: ReactNode; tone: string; lines: string[] }

function PromiseList({ title, glyph, tone, lines }: PromiseListProps) {
  return (
    <section aria-label={title}>
      <h2 className="mb-1.5 font-semibold">{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line} className="flex min-h-7 items-center gap-[9px]">
            <span className={tone}>{glyph}</span>
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

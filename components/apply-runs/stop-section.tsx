import { CircleHelp, Minus, Split } from 'lucide-react'
import type { ReactNode } from 'react'
import { GateDrawing } from '@/components/ui/gate-drawing'
import { Icon } from '@/components/ui/icon'
import { Section } from '@/components/ui/section'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import { prepareStop } from './prepare-stop'

export type StopSectionProps = { run: Pick<ApplyRunDetail, 'steps' | 'state'> }

/** What holds, what must be read again, what is untouched, and the two ways out: before it happens and after. */
export function StopSection({ run }: StopSectionProps) {
  const facts = prepareStop(run)
  const isOver = run.state === 'failed' || run.state === 'cancelled'
  return (
    <Section title={isOver ? 'Where it stopped' : 'If it stops here'} isFollowing>
      <div className="grid gap-y-2.5 px-5 pt-[9px] pb-3 text-xs md:grid-cols-[1fr_1fr_.8fr_1.1fr] md:[&>*+*]:border-s md:[&>*+*]:border-line md:[&>*+*]:ps-3.5">
        <Fact icon={<GateDrawing glyph="applied" />} title="Holds" colour="text-water-ink" text={facts.holds} />
        <Fact icon={<Icon of={CircleHelp} />} title="Read again first" colour="text-warn-ink" text={facts.readAgain} />
        <Fact icon={<Icon of={Minus} />} title="Untouched" colour="text-ink-2" text={facts.untouched} />
        <Fact icon={<Icon of={Split} />} title="Two ways out" colour="text-ink" text={facts.waysOut} />
      </div>
    </Section>
  )
}

function Fact({ icon, title, colour, text }: { icon: ReactNode; title: string; colour: string; text: string }) {
  return (
    <div className="pe-3.5">
      <h3 className={`flex items-center gap-1.5 font-medium ${colour}`}>
        {icon}
        {title}
      </h3>
      <p className="mt-[3px] text-ink-2">{text}</p>
    </div>
  )
}

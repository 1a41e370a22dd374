import { clsx } from 'clsx'
import { prepareStageRail, type RailGate, type RailSegment, type RailStage } from './prepare-stage-rail'

export type StageRailProps = { stages: RailStage[]; gate: RailGate; label?: string }

const fills = { still: 'bg-water-line', flow: 'bg-water', none: '' } as const

/**
 * The channel from Observe to Verify with the only gate at Review. Before the gate the water stands, behind it flows only what
 * has taken effect; approved and not applied is an open gate with nothing behind it. On a phone the facts go, the names stay.
 */
export function StageRail({ stages, gate, label = 'Stages' }: StageRailProps) {
  const segments = prepareStageRail(stages, gate)
  return (
    <ol
      aria-label={label}
      className="grid h-[34px] grid-cols-(--narrow) md:h-[46px] md:grid-cols-(--wide)"
      style={{ '--wide': `repeat(${segments.length}, minmax(0, 1fr))`, '--narrow': narrowColumns(segments) }}
    >
      {segments.map((segment) => (
        <li
          key={segment.key}
          aria-current={segment.state === 'current' ? 'step' : undefined}
          className="relative min-w-0"
        >
          <span
            className={clsx(
              'flex h-[18px] items-center gap-1.5 text-xs whitespace-nowrap',
              segment.hasGate && 'ps-[26px]',
              segment.state === 'current' && 'font-semibold text-ink',
              segment.state === 'done' && 'font-medium text-ink-2',
              segment.state === 'ahead' && 'font-medium text-ink-3',
            )}
          >
            {segment.name}
            {segment.time && <span className="hidden text-2xs font-normal text-ink-3 md:inline">{segment.time}</span>}
          </span>
          <span aria-hidden="true" className="absolute inset-x-0 top-[22px] h-[5px] bg-surface-3">
            <span
              className={clsx('motion-level absolute inset-y-0 start-0 block', fills[segment.fill])}
              style={{ width: `${segment.percent}%` }}
            />
          </span>
          {segment.hasGate && <RailGateDrawing gate={gate} isFlowing={segment.fill === 'flow'} />}
          {segment.fact && (
            <span
              className={clsx(
                'absolute end-1.5 top-[30px] hidden truncate text-2xs text-ink-3 md:block',
                segment.hasGate ? 'start-[26px]' : 'start-0',
              )}
            >
              {segment.fact}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** On a phone the gate's own stage needs room for the gate, and the stages ahead can spare it. */
function narrowColumns(segments: RailSegment[]): string {
  const gateAt = segments.findIndex((segment) => segment.hasGate)
  return segments
    .map((segment, index) => `minmax(0, ${segment.hasGate ? 1.28 : index > gateAt ? 0.86 : 1}fr)`)
    .join(' ')
}

function RailGateDrawing({ gate, isFlowing }: { gate: RailGate; isFlowing: boolean }) {
  return (
    <svg
      width="18"
      height="26"
      viewBox="0 0 18 26"
      role="img"
      aria-label={gate === 'open' ? 'gate open' : 'gate closed'}
      className={clsx('absolute start-0 top-1', gate === 'open' ? 'text-ink' : 'text-wait-ink')}
    >
      <path fill="var(--hg-surface)" d="M-1 0h20v26H-1z" />
      <path fill="currentColor" d="M0 0h3v26H0zM15 0h3v26h-3z" />
      {/* The plate lifts when a decision is recorded; 8.5 px up and shorter is the open plate of the drawing. */}
      <path
        fill="currentColor"
        d={gate === 'open' ? 'M4.5 1h9v9h-9z' : 'M4.5 9h9v15h-9z'}
        style={{ transition: 'd var(--hg-dur-3) var(--hg-ease)' }}
      />
      {isFlowing && <path fill="var(--hg-water)" d="M4.5 18h9v5h-9z" />}
    </svg>
  )
}

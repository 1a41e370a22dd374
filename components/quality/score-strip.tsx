import { Sparkline } from '@/components/charts/sparkline'
import { Avatar } from '@/components/ui/avatar'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { QualityOverview } from '@/lib/capabilities/quality/contract'
import { type QualityParams, qualityHref } from './quality-params'

export type ScoreStripProps = { overview: QualityOverview; params: QualityParams }

type Score = QualityOverview['connections'][number]

/** How many checks hold: in all, then by connection with its days. A connection none of whose checks ran has no score. */
export function ScoreStrip({ overview, params }: ScoreStripProps) {
  const { counts } = overview
  const run = counts.all - counts.notRun
  return (
    <ul aria-label="Checks that hold" className="flex shrink-0 overflow-x-auto border-b border-line">
      <li className="min-w-40 shrink-0 px-5 py-2.5">
        <p className="text-xs text-ink-2">Hold, all connections</p>
        <p className="text-lg font-semibold">
          {counts.passing} <span className="text-sm font-normal text-ink-2">of {run} run</span>
        </p>
        <p className="text-xs text-ink-2">{counts.notRun === 0 ? 'all were looked at' : `${counts.notRun} not run`}</p>
      </li>
      {overview.connections.map((score) => (
        <li key={score.connection.id} className="min-w-42 shrink-0 border-s border-line px-3.5 py-2.5">
          <p className="flex items-center justify-between gap-2 text-sm font-medium">
            <span className="truncate">
              <Link href={qualityHref(params, { connection: score.connection.id, state: null })} look="plain">
                {revealInvisible(score.connection.name)}
              </Link>
            </span>
            {score.owner && <Avatar name={score.owner.name} />}
          </p>
          <p className="flex items-center justify-between gap-3">
            <ScoreFigure score={score} />
            <Sparkline shares={score.days.map(({ share }) => share)} />
          </p>
          <p className="text-xs text-ink-2">
            {score.checks === 1 ? '1 check' : `${score.checks} checks`}: <Verdict score={score} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function ScoreFigure({ score }: { score: Score }) {
  const run = score.checks - score.notRun
  if (run === 0) return <span className="text-sm text-ink-2">no data</span>
  const share = (run - score.failing - score.warning) / run
  const colour = score.failing > 0 ? 'text-bad-ink' : score.warning > 0 ? 'text-warn-ink' : 'text-ink'
  return (
    <span className={`text-lg font-semibold ${colour}`}>
      {Number((share * 100).toFixed(1))} <span className="text-xs font-normal text-ink-2">%</span>
    </span>
  )
}

function Verdict({ score }: { score: Score }) {
  const parts = [
    ...(score.failing > 0 ? [`${score.failing} fail`] : []),
    ...(score.warning > 0 ? [`${score.warning} warn`] : []),
    ...(score.notRun > 0 ? [`${score.notRun} not run`] : []),
  ]
  return parts.length === 0 ? (
    'all hold'
  ) : (
    <span className={score.failing > 0 ? 'text-bad-ink' : ''}>{parts.join(', ')}</span>
  )
}

import { levelFill, type StripCell, summariseStrip } from './prepare-strip'

export type StripRowProps = { cells: readonly StripCell[] }

const width = 10
const height = 16
const heights = [0, 3, 6, 11, 16] as const

/** The days of one table: height first, colour second. Hatched is not measured, dashed is learning, outlined cannot be told. */
export function StripRow({ cells }: StripRowProps) {
  return (
    <svg
      viewBox={`0 0 ${cells.length * width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={summariseStrip(cells)}
      className="block h-4 w-full"
    >
      {cells.map((cell, at) => (
        <g key={cell.day} transform={`translate(${at * width} 0)`}>
          <title>{cell.title}</title>
          <rect x=".5" width={width - 1} height={height} fill="var(--hg-level-track)" />
          {cell.look === 'level' && (
            <rect
              x=".5"
              y={height - heights[cell.level]}
              width={width - 1}
              height={heights[cell.level]}
              fill={levelFill(cell.level)}
            />
          )}
          {cell.look === 'none' && (
            <path d="M.5 16 9.5 0M.5 8 5 0M5 16l4.5-8" stroke="var(--hg-line-2)" strokeWidth=".8" fill="none" />
          )}
          {(cell.look === 'learning' || cell.look === 'cannot-tell') && (
            <rect
              x="1"
              y=".5"
              width={width - 2}
              height={height - 1}
              fill="var(--hg-surface)"
              stroke="var(--hg-line-control)"
              strokeDasharray={cell.look === 'learning' ? '2 2' : undefined}
              vectorEffect="non-scaling-stroke"
            />
          )}
        </g>
      ))}
    </svg>
  )
}

export type TaskSquareProps = { fill: string }

/** A task's colour in the chart, beside its word. */
export function TaskSquare({ fill }: TaskSquareProps) {
  return (
    <svg width="10" height="10" aria-hidden="true" className="shrink-0">
      <rect width="10" height="10" rx="1.5" fill={fill} />
    </svg>
  )
}

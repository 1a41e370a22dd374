import { formatClockSeconds, formatExact, type Instant } from './format-time'

export type LogLine = { id: string; at: Instant; scope: string; text: string; tone?: 'bad' | 'warn' }
export type LogLinesProps = { label: string; lines: readonly LogLine[]; isLive?: boolean }

/** What a run wrote, in order: time, step, sentence. While live it ends in a still cursor and is announced politely. */
export function LogLines({ label, lines, isLive = false }: LogLinesProps) {
  return (
    <div
      role="log"
      aria-label={label}
      aria-live={isLive ? 'polite' : 'off'}
      className="px-4 py-2 font-mono text-[11.5px] leading-[18px] tracking-[-0.02em]"
    >
      {lines.map((line) => (
        <div key={line.id} className="grid grid-cols-[62px_46px_1fr] py-[1.5px]">
          <time dateTime={new Date(line.at).toISOString()} title={formatExact(line.at)} className="text-ink-3">
            {formatClockSeconds(line.at)}
          </time>
          <span className="truncate text-water-ink">{line.scope}</span>
          <span
            className={line.tone === 'bad' ? 'text-bad-ink' : line.tone === 'warn' ? 'text-warn-ink' : 'wrap-anywhere'}
          >
            {line.text}
          </span>
        </div>
      ))}
      {isLive && (
        <div aria-hidden="true" className="grid grid-cols-[62px_46px_1fr]">
          <span className="col-start-3 mt-0.5 h-3.5 w-[7px] bg-water" />
        </div>
      )}
    </div>
  )
}

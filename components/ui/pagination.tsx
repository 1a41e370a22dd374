import { ChevronLeft, ChevronRight } from 'lucide-react'
import { ButtonLink } from './button-link'
import { Icon } from './icon'

export type PaginationProps = {
  /** Where the page before in time is; null on the first. */
  newerHref: string | null
  olderHref: string | null
  /** What is shown: "50 events, 10:42 to 09:12". */
  summary?: string
  label?: string
}

/** Steps through a list by cursor: newer and older, no page numbers, because the list grows while one reads. */
export function Pagination({ newerHref, olderHref, summary, label = 'Pages' }: PaginationProps) {
  if (!newerHref && !olderHref) return summary ? <p className="px-5 py-2 text-xs text-ink-3">{summary}</p> : null
  return (
    <nav aria-label={label} className="flex min-h-11 shrink-0 items-center gap-1.5 px-5">
      {summary && <span className="me-auto text-xs text-ink-3">{summary}</span>}
      {newerHref && (
        <ButtonLink href={newerHref} size="sm" icon={<Icon of={ChevronLeft} />}>
          Newer
        </ButtonLink>
      )}
      {olderHref && (
        <ButtonLink href={olderHref} size="sm">
          Older
          <Icon of={ChevronRight} />
        </ButtonLink>
      )}
    </nav>
  )
}

'use client'

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'

export type FoldProps = {
  title: ReactNode
  note?: ReactNode
  children: ReactNode
  isOpenAtFirst?: boolean
}

/** A 36 px line that opens what is not needed to decide. Its content is drawn only once it is open. */
export function Fold({ title, note, children, isOpenAtFirst = false }: FoldProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const contentId = useId()
  return (
    <div className="border-t border-line">
      <button
        type="button"
        data-inset-focus=""
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => setOpen(!isOpen)}
        className="motion-press flex min-h-9 w-full items-center gap-2 px-6 ps-5 text-start text-xs text-ink-2 hover:bg-surface-2 max-md:min-h-11 max-md:px-4"
      >
        <span className={isOpen ? 'rotate-90' : 'rtl:rotate-180'}>
          <Icon of={ChevronRight} />
        </span>
        <span className="whitespace-nowrap">{title}</span>
        {note && <span className="min-w-0 truncate text-ink-3">{note}</span>}
      </button>
      <div id={contentId} hidden={!isOpen} className="px-6 pb-3 max-md:px-4">
        {isOpen && children}
      </div>
    </div>
  )
}

'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Block } from '@/components/ui/block'
import { Icon } from '@/components/ui/icon'

export type PhoneFoldProps = { title: string; note: string; children: ReactNode }

/** A block that is open on every screen but a phone, where it is one line until it is asked for. */
export function PhoneFold({ title, note, children }: PhoneFoldProps) {
  const [isOpen, setOpen] = useState(false)
  const contentId = useId()
  return (
    <div className="min-w-0">
      <button
        type="button"
        data-inset-focus=""
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-[46px] w-full items-center gap-2 px-4 text-start md:hidden"
      >
        <span className="text-sm font-semibold">{title}</span>
        <span className="text-xs text-ink-3">{note}</span>
        <span className={`ms-auto text-ink-2 ${isOpen ? 'rotate-180' : ''}`}>
          <Icon of={ChevronDown} />
        </span>
      </button>
      <div id={contentId} className={isOpen ? undefined : 'max-md:hidden'}>
        <Block title={title} note={<span className="md:sr-only">{note}</span>}>
          {children}
        </Block>
      </div>
    </div>
  )
}

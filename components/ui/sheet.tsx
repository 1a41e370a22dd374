'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Icon } from './icon'
import { IconButton } from './icon-button'

export type SheetProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  note?: ReactNode
  children: ReactNode
  actions?: ReactNode
  isAlert?: boolean
}

/** A 568 px page beside the page, 12 px from the edges; on a phone it takes the width. For what must be read before deciding. */
export function Sheet({ isOpen, onOpenChange, title, note, children, actions, isAlert = false }: SheetProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
      className="motion-scrim fixed inset-0 z-50 bg-scrim"
    >
      <Modal className="motion-sheet-end fixed inset-y-3 end-3 w-[min(568px,calc(100vw-24px))] overflow-hidden rounded-3 bg-raised shadow-sheet">
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="flex h-full flex-col outline-none">
          <header className="flex items-start gap-3 border-b border-line px-6 pt-4 pb-3.5">
            <div className="min-w-0 grow">
              <Heading slot="title" className="text-lg font-semibold tracking-[-0.011em]">
                {title}
              </Heading>
              {note && <div className="text-xs text-ink-2">{note}</div>}
            </div>
            <IconButton icon={<Icon of={X} />} label="Close" size="sm" onPress={() => onOpenChange(false)} />
          </header>
          <div className="min-h-0 grow overflow-y-auto">{children}</div>
          {actions && (
            <footer className="flex flex-wrap items-center gap-2.5 border-t border-line-2 px-6 py-3">{actions}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

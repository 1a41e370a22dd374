'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export type DialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  children: ReactNode
  /** The buttons, the deciding one first. */
  actions?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  /** True when leaving it by chance would lose or decide something. */
  isAlert?: boolean
}

const sizes = { sm: 'max-w-[400px]', md: 'max-w-[520px]', lg: 'max-w-[720px]' } as const

/** A question in front of the page. It returns focus to what opened it. */
export function Dialog({ isOpen, onOpenChange, title, children, actions, size = 'sm', isAlert = false }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
      className="motion-scrim fixed inset-0 z-50 flex items-start justify-center bg-scrim px-3 pt-[12vh]"
    >
      <Modal className={`motion-pop max-h-[76vh] w-full overflow-auto rounded-3 bg-raised shadow-sheet ${sizes[size]}`}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="outline-none">
          <Heading slot="title" className="px-5 pt-4 text-lg font-semibold tracking-[-0.011em]">
            {title}
          </Heading>
          <div className="px-5 pt-2 pb-4">{children}</div>
          {actions && <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

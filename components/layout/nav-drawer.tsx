'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

export type NavDrawerProps = { isOpen: boolean; onClose: () => void; children: ReactNode }

/** The nav on a phone: slides in from the start and leaves once a page was chosen. */
export function NavDrawer({ isOpen, onClose, children }: NavDrawerProps) {
  const pathname = usePathname()
  const shown = useRef(pathname)

  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    onClose()
  }, [pathname, onClose])

  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onClose}
      isDismissable
      className="motion-scrim fixed inset-0 z-50 bg-scrim"
    >
      <Modal className="motion-sheet-start fixed inset-y-0 start-0 w-[248px] bg-canvas shadow-sheet">
        <Dialog aria-label="Main" className="h-full outline-none">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { groupInOrder } from './group-in-order'
import { printKeys } from './print-keys'
import type { Shortcut } from './shortcut-registry'

export type ShortcutSheetProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; shortcuts: Shortcut[] }

/** Every key that answers on this page, by scope. */
export function ShortcutSheet({ isOpen, onOpenChange, shortcuts }: ShortcutSheetProps) {
  const scopes = groupInOrder(shortcuts, (shortcut) => shortcut.scope)
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keys" size="md">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {scopes.map(([scope, inScope]) => (
          <section key={scope} aria-label={scope}>
            <h3 className="text-2xs font-medium text-ink-3">{scope}</h3>
            <ul>
              {inScope.map((shortcut) => (
                <li key={shortcut.keys} className="flex min-h-7 items-center justify-between gap-3">
                  {shortcut.label}
                  <Kbd keys={printKeys(shortcut.keys)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="mt-4 text-xs text-ink-3">Letters do nothing in fields. Your menu at the top switches them off.</p>
    </Dialog>
  )
}

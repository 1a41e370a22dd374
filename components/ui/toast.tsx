'use client'

import { Toaster as SonnerToaster, toast } from 'sonner'
import { GateDrawing } from './gate-drawing'
import { type GateState, gateStates } from './gate-states'

export type ToastOptions = {
  state?: GateState
  /** Undo, open. Pressing it closes the toast. */
  action?: { label: string; onPress: () => void }
  /** 5 s unless it carries an undo. */
  durationMs?: number
}

/** Says that what the person just did is recorded. Errors never come here: they stay where they happened. */
export function showToast(message: string, { state, action, durationMs }: ToastOptions = {}): void {
  const face = state ? gateStates[state] : null
  toast(message, {
    duration: durationMs ?? (action ? 10_000 : 5_000),
    icon: face ? (
      <span className={face.colour}>
        <GateDrawing glyph={face.glyph} />
      </span>
    ) : undefined,
    action: action ? { label: action.label, onClick: action.onPress } : undefined,
  })
}

/** Where toasts appear: one at a time, at the bottom, reachable with F8. Mounted once in Providers. */
export function Toaster() {
  return (
    <SonnerToaster
      position="bottom-center"
      visibleToasts={1}
      // Above the action bar, whose words say when the decision takes effect.
      offset={76}
      mobileOffset={140}
      hotkey={['F8']}
      containerAriaLabel="Messages"
      // Its own style sheet names a system font.
      style={{ fontFamily: 'var(--hg-font-sans)' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex min-h-10 w-[min(400px,calc(100vw-24px))] items-center gap-2.5 rounded-3 bg-raised px-3 py-2 text-sm text-ink shadow-pop',
          content: 'min-w-0 grow',
          actionButton: 'rounded-2 px-2 py-1 text-sm font-semibold hover:bg-surface-2',
        },
      }}
    />
  )
}

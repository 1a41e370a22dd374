import type { ReactNode } from 'react'

export type ActionBarProps = {
  label: string
  /** The deciding button first. */
  children: ReactNode
  /** When it takes effect and whether it can be undone, beside the button. */
  note?: ReactNode
  end?: ReactNode
}

/** The 60 px bar at the bottom of an item; on a phone the note comes first and the buttons share the width. */
export function ActionBar({ label, children, note, end }: ActionBarProps) {
  return (
    <section
      aria-label={label}
      className="sticky bottom-0 z-10 mt-auto flex min-h-15 shrink-0 flex-wrap items-center gap-x-3.5 md:flex-nowrap gap-y-2 border-t border-line-2 bg-surface px-4 py-2.5 pb-[max(10px,env(safe-area-inset-bottom))] md:px-6"
    >
      <div className="order-2 flex items-center gap-1.5 max-md:grow max-md:[&>*]:h-12 max-md:[&>*]:grow md:order-1">
        {children}
      </div>
      {note && (
        <p className="order-1 text-xs text-ink-2 max-md:w-full max-md:text-center md:order-2 md:min-w-0 md:flex-1">
          {note}
        </p>
      )}
      {end && <div className="order-3 ms-auto flex items-center gap-1.5 max-md:[&>*]:h-12">{end}</div>}
    </section>
  )
}

import type { ReactNode } from 'react'

export type SettingsSectionProps = {
  title: string
  /** Under the title, in ink-3: why the section is there. */
  note?: ReactNode
  /** Under the note. */
  action?: ReactNode
  children: ReactNode
}

/** One part of a settings page: its name at the start, its fields beside it, a rule above. */
export function SettingsSection({ title, note, action, children }: SettingsSectionProps) {
  return (
    <section
      aria-label={title}
      className="grid gap-x-5 gap-y-3 border-t border-line px-5 py-3.5 md:px-7 lg:grid-cols-[172px_minmax(0,1fr)]"
    >
      <div>
        <h2 className="font-semibold">{title}</h2>
        {note && <p className="mt-px text-xs leading-[17px] text-ink-3">{note}</p>}
        {action && <div className="mt-2">{action}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}

import type { ReactNode } from 'react'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import { SettingsNav } from './settings-nav'

export type SettingsFrameProps = {
  /** What the page is of: "Fivetran". */
  name: string
  children: ReactNode
  /** Beside the form: what is going on there. */
  end?: ReactNode
  endLabel?: string
}

/** A settings page: the menu at the start, the page, and what goes on at the end (below it on narrow screens). */
export function SettingsFrame({ name, children, end, endLabel }: SettingsFrameProps) {
  return (
    <PageFrame crumbs={[{ label: 'Settings', href: '/settings' }, { label: name }]} scroll="panes">
      <SplitPane start={<SettingsNav />} startLabel="Settings" startWidth={176}>
        <div className="grid grow content-start xl:grid-cols-[minmax(0,1fr)_auto] xl:content-stretch">
          <div className="min-w-0">{children}</div>
          {end && (
            <aside aria-label={endLabel} className="min-w-0 border-line max-xl:border-t xl:w-[372px] xl:border-s">
              {end}
            </aside>
          )}
        </div>
      </SplitPane>
    </PageFrame>
  )
}

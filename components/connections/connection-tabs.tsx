import { Tabs } from '@/components/ui/tabs'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'

export type ConnectionTab = 'overview' | 'schema' | 'snapshots' | 'changes'
export type ConnectionTabsProps = { connection: ConnectionDetail; current: ConnectionTab }

/** The pages of one connection, each its own address. */
export function ConnectionTabs({ connection, current }: ConnectionTabsProps) {
  const href = (tab: ConnectionTab) => `/connections/${connection.id}/${tab}`
  return (
    <Tabs
      label="Parts of the connection"
      currentHref={href(current)}
      items={[
        { href: href('overview'), label: 'Overview' },
        { href: href('schema'), label: 'Schema' },
        { href: href('snapshots'), label: 'Snapshots', count: connection.snapshotCount },
        { href: href('changes'), label: 'Changes', count: connection.openChanges },
      ]}
    />
  )
}

import {
  BookOpen,
  Cable,
  Gauge,
  GitCompareArrows,
  History,
  House,
  Inbox,
  ListChecks,
  ListTodo,
  Siren,
  SlidersHorizontal,
  TableProperties,
  Waves,
} from 'lucide-react'
import type { NavGroup } from '@/components/layout/nav-items'
import { Icon } from '@/components/ui/icon'
import type { Status } from '@/lib/control-loop/overview/contract'

export type NavCounts = Pick<Status, 'waitingForMe' | 'openChanges' | 'openIncidents' | 'running' | 'deadJobs'>

const icon = (of: typeof Cable) => <Icon of={of} size={16} />

/** The nav with its counts; without a status yet, the same nav without counts. */
export function prepareNav(counts: NavCounts | null): NavGroup[] {
  return [
    {
      items: [
        { href: '/', label: 'Home', icon: icon(House), goKey: 'h' },
        {
          href: '/approvals',
          label: 'Approvals',
          icon: icon(Inbox),
          goKey: 'a',
          count: counts?.waitingForMe,
          isDue: true,
        },
        { href: '/connections', label: 'Connections', icon: icon(Cable), goKey: 'c' },
        {
          href: '/changes',
          label: 'Changes',
          icon: icon(GitCompareArrows),
          goKey: 'd',
          count: counts?.openChanges,
        },
        { href: '/apply-runs', label: 'Apply runs', icon: icon(ListChecks), goKey: 'r', count: counts?.running },
        { href: '/incidents', label: 'Incidents', icon: icon(Siren), goKey: 'n', count: counts?.openIncidents },
      ],
    },
    {
      label: 'Data',
      items: [
        { href: '/quality', label: 'Quality', icon: icon(ListTodo), goKey: 'q' },
        { href: '/drift', label: 'Drift', icon: icon(Waves), goKey: 'f' },
        { href: '/catalog', label: 'Catalog', icon: icon(BookOpen), goKey: 't' },
        { href: '/map', label: 'Map a source', icon: icon(TableProperties), goKey: 'm' },
      ],
    },
    {
      label: 'Workspace',
      items: [
        { href: '/usage/models', label: 'Usage & cost', icon: icon(Gauge), goKey: 'u' },
        { href: '/activity', label: 'Activity', icon: icon(History), goKey: 'y', count: counts?.deadJobs },
        { href: '/settings', label: 'Settings', icon: icon(SlidersHorizontal), goKey: ',' },
      ],
    },
  ]
}

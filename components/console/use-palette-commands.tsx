'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Cable,
  Database,
  MonitorCog,
  Moon,
  Palette,
  RefreshCw,
  RotateCw,
  Scale,
  SlidersHorizontal,
  Sparkle,
  Sun,
  Users,
} from 'lucide-react'
import { useMemo } from 'react'
import type { PaletteCommand } from '@/components/layout/command-palette'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { useTheme } from '@/components/ui/theme-provider'
import { showToast } from '@/components/ui/toast'
import { connectionsQuery, refreshAccountMutation } from '@/lib/control-loop/connection/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { ProblemError } from '@/lib/platform/http/fetch-json'

const pages: PaletteCommand[] = [
  {
    id: 'go-audit-jobs',
    label: 'Dead jobs',
    group: 'Go to',
    icon: <Icon of={RotateCw} size={16} />,
    href: '/activity/jobs',
    keywords: ['queue', 'replay'],
  },
  {
    id: 'go-settings-fivetran',
    label: 'Fivetran account',
    group: 'Go to',
    icon: <Icon of={SlidersHorizontal} size={16} />,
    href: '/settings/fivetran',
  },
  {
    id: 'go-settings-warehouses',
    label: 'Warehouses',
    group: 'Go to',
    icon: <Icon of={Database} size={16} />,
    href: '/settings/warehouses',
  },
  {
    id: 'go-settings-models',
    label: 'Models',
    group: 'Go to',
    icon: <Icon of={Sparkle} size={16} />,
    href: '/settings/models',
    keywords: ['AI', 'provider', 'budget', 'stop'],
  },
  {
    id: 'go-settings-integrations',
    label: 'Integrations',
    group: 'Go to',
    icon: <Icon of={SlidersHorizontal} size={16} />,
    href: '/settings/integrations',
    keywords: ['Slack', 'Jira', 'PagerDuty', 'ServiceNow', 'webhook', 'ticket', 'notice'],
  },
  {
    id: 'go-model-calls',
    label: 'Calls of models',
    group: 'Go to',
    icon: <Icon of={Sparkle} size={16} />,
    href: '/usage/models/calls',
    keywords: ['AI', 'ledger', 'cost'],
  },
  {
    id: 'go-settings-people',
    label: 'People',
    group: 'Go to',
    icon: <Icon of={Users} size={16} />,
    href: '/settings/people',
    keywords: ['roles'],
  },
  {
    id: 'go-settings-policies',
    label: 'Policies',
    group: 'Go to',
    icon: <Icon of={Scale} size={16} />,
    href: '/settings/policies',
    keywords: ['rules', 'automatic', 'stop', 'freeze'],
  },
  {
    id: 'go-settings-appearance',
    label: 'Appearance',
    group: 'Go to',
    icon: <Icon of={Palette} size={16} />,
    href: '/settings/appearance',
  },
]

/** What the palette can do beyond the nav: connections by name, pages inside settings, the theme, reading the account again. */
export function usePaletteCommands(role: Role | null): PaletteCommand[] {
  const client = useQueryClient()
  const { setTheme } = useTheme()
  const { data } = useQuery({ ...connectionsQuery({ limit: 200 }), staleTime: 60_000 })
  const { mutate: readAccount } = useMutation(refreshAccountMutation(client))

  return useMemo(() => {
    const connections = (data?.items ?? []).map((connection) => ({
      id: `connection-${connection.id}`,
      label: revealInvisible(connection.name),
      group: 'Connections',
      icon: <Icon of={Cable} size={16} />,
      keywords: [connection.service, connection.destination.name],
      href: `/connections/${connection.id}`,
    }))
    const read: PaletteCommand = {
      id: 'refresh-account',
      label: 'Refresh: read the Fivetran account again',
      group: 'Commands',
      icon: <Icon of={RefreshCw} size={16} />,
      keywords: ['connections', 'read'],
      run: () =>
        readAccount(undefined, {
          onSuccess: () => showToast('The worker reads the account now.'),
          onError: (error) => showToast(error instanceof ProblemError ? error.sentence : 'The account was not read.'),
        }),
    }
    const themes: PaletteCommand[] = [
      { id: 'theme-light', label: 'Light theme', icon: <Icon of={Sun} size={16} />, run: () => setTheme('light') },
      { id: 'theme-dark', label: 'Dark theme', icon: <Icon of={Moon} size={16} />, run: () => setTheme('dark') },
      {
        id: 'theme-system',
        label: 'Theme as the system',
        icon: <Icon of={MonitorCog} size={16} />,
        run: () => setTheme('system'),
      },
    ].map((command) => ({ ...command, group: 'Commands' }))
    return [...pages, ...(can(role, 'connections.refresh') ? [read] : []), ...themes, ...connections]
  }, [data, readAccount, role, setTheme])
}

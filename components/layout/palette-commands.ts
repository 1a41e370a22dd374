import type { PaletteCommand } from './command-palette'
import type { NavGroup } from './nav-items'
import { printKeys } from './print-keys'
import type { Shortcut } from './shortcut-registry'

/** What the palette offers: the pages, the shell's own commands, and every key that answers here. */
export function paletteCommands(
  groups: NavGroup[],
  commands: readonly PaletteCommand[],
  shortcuts: Shortcut[],
): PaletteCommand[] {
  const pages = groups.flatMap((group) =>
    group.items.map((item) => ({
      id: `go-${item.href}`,
      label: item.label,
      group: 'Go to',
      icon: item.icon,
      keys: item.goKey ? `G ${item.goKey.toUpperCase()}` : undefined,
      href: item.href,
    })),
  )
  const here = shortcuts
    .filter((shortcut) => shortcut.scope !== 'Go to')
    .map((shortcut) => ({
      id: `key-${shortcut.keys}`,
      label: shortcut.label,
      group: shortcut.scope,
      keys: printKeys(shortcut.keys),
      run: shortcut.run,
    }))
  return [...pages, ...commands, ...here]
}

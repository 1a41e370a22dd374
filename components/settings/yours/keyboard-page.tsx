'use client'

import { useShell } from '@/components/layout/shell-context'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { SettingsFrame } from '../settings-frame'
import { SettingsSection } from '../settings-section'
import { SingleKeysSwitch } from './single-keys-switch'

const everywhere = [
  { keys: '⌘K', label: 'Search or run a command' },
  { keys: '⌘.', label: 'Copy the address of what is shown' },
  { keys: '/', label: 'Search on this page' },
  { keys: '[', label: 'Narrow or widen the nav' },
  { keys: '?', label: 'Show the keys of a page' },
  { keys: 'Esc', label: 'Close what floats' },
] as const

/** Which keys answer. The keys of a page are shown on that page by its own sheet. */
export function KeyboardPage() {
  const { openShortcuts } = useShell()
  return (
    <SettingsFrame name="Keyboard">
      <header className="px-5 pt-4 pb-3.5 md:px-7">
        <h1 className="text-lg font-semibold tracking-[-0.011em]">Keyboard</h1>
        <p className="text-ink-2">Everything works with keys alone. Each key is printed in its button or tooltip.</p>
      </header>
      <SettingsSection title="Single keys">
        <SingleKeysSwitch />
      </SettingsSection>
      <SettingsSection
        title="Everywhere"
        action={
          <Button size="sm" onPress={openShortcuts}>
            Show all keys
          </Button>
        }
      >
        <ul className="max-w-[440px]">
          {everywhere.map(({ keys, label }) => (
            <li key={keys} className="flex min-h-[26px] items-center justify-between gap-3">
              {label}
              <Kbd keys={keys} />
            </li>
          ))}
        </ul>
      </SettingsSection>
    </SettingsFrame>
  )
}

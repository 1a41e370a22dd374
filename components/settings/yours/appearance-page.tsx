'use client'

import { Segmented } from '@/components/ui/segmented'
import { useTheme } from '@/components/ui/theme-provider'
import { SettingsFrame } from '../settings-frame'
import { SettingsSection } from '../settings-section'
import { SingleKeysSwitch } from './single-keys-switch'

const options = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const

/** How the console looks for this person, in this browser. */
export function AppearancePage() {
  const { theme, setTheme } = useTheme()
  return (
    <SettingsFrame name="Appearance">
      <header className="px-5 pt-4 pb-3.5 md:px-7">
        <h1 className="text-lg font-semibold tracking-[-0.011em]">Appearance</h1>
        <p className="text-ink-2">Yours alone, kept in this browser, effective at once.</p>
      </header>
      <SettingsSection title="Theme" note="Both themes carry the same contrast.">
        <Segmented label="Theme" options={options} value={theme} onChange={setTheme} />
      </SettingsSection>
      <SettingsSection title="Keys">
        <SingleKeysSwitch />
      </SettingsSection>
    </SettingsFrame>
  )
}

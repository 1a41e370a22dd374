'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { SettingsSection } from '@/components/settings/settings-section'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { describeFreeze, type FreezeWindow } from '@/lib/control-loop/policy/domain/freeze-window'
import { FreezeEditor } from './freeze-editor'

export type FreezesSectionProps = {
  freezes: readonly FreezeWindow[]
  mayEdit: boolean
  onChange: (freezes: FreezeWindow[]) => void
}

/** The windows in which nothing is applied, or nothing by itself. */
export function FreezesSection({ freezes, mayEdit, onChange }: FreezesSectionProps) {
  const [isAdding, setIsAdding] = useState(false)
  return (
    <SettingsSection
      title="Freeze windows"
      note="Decisions go on; what was decided is applied afterwards."
      action={
        mayEdit && (
          <Button size="sm" icon={<Icon of={Plus} />} isDisabled={isAdding} onPress={() => setIsAdding(true)}>
            Add a window
          </Button>
        )
      }
    >
      {isAdding && (
        <FreezeEditor
          taken={freezes.map(({ name }) => name)}
          onCancel={() => setIsAdding(false)}
          onDone={(window) => {
            onChange([...freezes, window])
            setIsAdding(false)
          }}
        />
      )}
      {freezes.length === 0 && !isAdding && <p className="text-ink-2">There is none: applies run at any hour.</p>}
      <ul aria-label="Freeze windows">
        {freezes.map((window) => (
          <li key={window.name} className="flex items-start gap-2 border-b border-line py-1.5 last:border-b-0">
            <p className="min-w-0 grow leading-6 wrap-anywhere">
              <b className="font-medium">{revealInvisible(window.name)}:</b> {describeFreeze(window)}.
            </p>
            {mayEdit && (
              <IconButton
                size="sm"
                icon={<Icon of={X} />}
                label={`Remove ${window.name}`}
                onPress={() => onChange(freezes.filter((one) => one !== window))}
              />
            )}
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}

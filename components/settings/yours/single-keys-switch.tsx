'use client'

import { useEffect, useState } from 'react'
import { parsePreferences, preferenceCookies } from '@/components/layout/preferences'
import { readCookie } from '@/components/layout/read-cookie'
import { storePreference } from '@/components/layout/store-preference'
import { Switch } from '@/components/ui/switch'

/** Whether letters, digits and signs alone do something. Escape, arrows and keys with a modifier always do. */
export function SingleKeysSwitch() {
  const [isOn, setIsOn] = useState(true)

  // The cookie is the browser's alone: the server's paint shows the default until it is read.
  useEffect(() => setIsOn(parsePreferences(readCookie).hasSingleKeys), [])

  function change(next: boolean) {
    storePreference(preferenceCookies.singleKeys, next ? 'on' : 'off')
    setIsOn(next)
  }

  return (
    <div className="grid gap-1">
      <Switch isSelected={isOn} onChange={change}>
        Single-key shortcuts
      </Switch>
      <p className="text-xs text-ink-3">
        Letters never fire in fields or while something floats. Approving a high-risk proposal has no key.
      </p>
    </div>
  )
}

'use client'

import { Check, Keyboard, LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useState } from 'react'
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { Avatar } from '@/components/ui/avatar'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { menuItemClass, popoverClass } from '@/components/ui/popover-class'
import { useTheme } from '@/components/ui/theme-provider'
import { parsePreferences, preferenceCookies, themes } from './preferences'
import { readCookie } from './read-cookie'
import { type ShellUser, useShell } from './shell-context'
import { storePreference } from './store-preference'

export type AvatarMenuProps = { user: ShellUser }

const themeWords = { light: 'Light', dark: 'Dark', system: 'As the system' } as const

/** Oneself: theme, keys, signing out. */
export function AvatarMenu({ user }: AvatarMenuProps) {
  const { theme, setTheme } = useTheme()
  const { openShortcuts } = useShell()
  const [hasSingleKeys, setHasSingleKeys] = useState(true)

  function switchSingleKeys() {
    storePreference(preferenceCookies.singleKeys, hasSingleKeys ? 'off' : 'on')
    setHasSingleKeys(!hasSingleKeys)
  }

  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen && setHasSingleKeys(parsePreferences(readCookie).hasSingleKeys)}>
      <AriaButton aria-label={`${user.name}, your menu`} className="shrink-0 rounded-full">
        <Avatar name={user.name} isMe size="lg" isDecorative />
      </AriaButton>
      <Popover placement="bottom end" offset={6} className={`${popoverClass} w-60`}>
        <div className="border-b border-line px-3 py-2">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-xs text-ink-3">{user.note}</p>
        </div>
        <Menu aria-label="Your menu" className="p-1 outline-none">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = themes.find((candidate) => keys !== 'all' && keys.has(candidate))
              if (chosen) setTheme(chosen)
            }}
          >
            <Header className="px-2 pt-1 text-2xs font-medium text-ink-3">Theme</Header>
            {themes.map((candidate) => (
              <MenuItem key={candidate} id={candidate} textValue={themeWords[candidate]} className={menuItemClass}>
                <span className="w-3.5 shrink-0">{candidate === theme && <Icon of={Check} />}</span>
                {themeWords[candidate]}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="my-1 border-t border-line" />
          <MenuItem
            id="single-keys"
            textValue="Single-key shortcuts"
            onAction={switchSingleKeys}
            className={menuItemClass}
          >
            <span className="w-3.5 shrink-0">{hasSingleKeys && <Icon of={Check} />}</span>
            Single-key shortcuts
          </MenuItem>
          <MenuItem id="keys" textValue="Keys" onAction={openShortcuts} className={menuItemClass}>
            <Icon of={Keyboard} />
            <span className="grow">Keys</span>
            <Kbd keys="?" />
          </MenuItem>
          <MenuItem
            id="sign-out"
            textValue="Sign out"
            onAction={() => signOut({ callbackUrl: '/sign-in' })}
            className={menuItemClass}
          >
            <Icon of={LogOut} />
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

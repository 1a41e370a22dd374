export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

export type NavWidth = 'wide' | 'rail'

/** Cookies, because the server must draw the first frame right: no flash of the other theme or of the wide nav. */
export const preferenceCookies = { theme: 'hg-theme', nav: 'hg-nav', singleKeys: 'hg-single-keys' } as const

/** `nav` is null until a person narrows or widens it: then each page begins as suits it. */
export type Preferences = { theme: Theme; nav: NavWidth | null; hasSingleKeys: boolean }

/** Takes a reader of cookie values and yields the preferences; anything unknown falls back to system, no choice and on. */
export function parsePreferences(read: (name: string) => string | undefined): Preferences {
  const theme = themes.find((candidate) => candidate === read(preferenceCookies.theme)) ?? 'system'
  const nav = read(preferenceCookies.nav)
  return {
    theme,
    nav: nav === 'rail' || nav === 'wide' ? nav : null,
    hasSingleKeys: read(preferenceCookies.singleKeys) !== 'off',
  }
}

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

export type NavWidth = 'wide' | 'rail'

/** Cookies, because the server must draw the first frame right: no flash of the other theme or of the wide nav. */
export const preferenceCookies = { theme: 'hg-theme', nav: 'hg-nav', singleKeys: 'hg-single-keys' } as const

export type Preferences = { theme: Theme; nav: NavWidth; hasSingleKeys: boolean }

/** Takes a reader of cookie values and yields the preferences; anything unknown falls back to system, wide and on. */
export function parsePreferences(read: (name: string) => string | undefined): Preferences {
  const theme = themes.find((candidate) => candidate === read(preferenceCookies.theme)) ?? 'system'
  return {
    theme,
    nav: read(preferenceCookies.nav) === 'rail' ? 'rail' : 'wide',
    hasSingleKeys: read(preferenceCookies.singleKeys) !== 'off',
  }
}

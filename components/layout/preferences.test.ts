import { describe, expect, it } from 'vitest'
import { parsePreferences, preferenceCookies } from './preferences'

const reading = (values: Record<string, string>) => (name: string) => values[name]

describe('parsePreferences', () => {
  it('follows the system, leaves the nav to each page and keeps letters on when nothing is stored', () => {
    expect(parsePreferences(reading({}))).toEqual({ theme: 'system', nav: null, hasSingleKeys: true })
  })

  it('reads what was stored', () => {
    const stored = {
      [preferenceCookies.theme]: 'dark',
      [preferenceCookies.nav]: 'rail',
      [preferenceCookies.singleKeys]: 'off',
    }
    expect(parsePreferences(reading(stored))).toEqual({ theme: 'dark', nav: 'rail', hasSingleKeys: false })
  })

  it('ignores a theme that does not exist', () => {
    expect(parsePreferences(reading({ [preferenceCookies.theme]: '"><script>' })).theme).toBe('system')
  })
})

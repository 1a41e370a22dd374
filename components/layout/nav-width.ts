import type { NavWidth } from './preferences'

/** Pages whose panes need the room: the nav begins there as a rail, until a person says otherwise. */
const paned = [
  /^\/approvals(\/|$)/,
  /^\/apply-runs\/[^/]+/,
  /^\/connections\/[^/]+\/(schema|compare)(\/|$)/,
  /^\/activity(\/|$)/,
  /^\/settings(\/|$)/,
]

/** How wide the nav is on a page: as the person chose, else narrow where three panes stand side by side. */
export function navWidthOn(pathname: string, chosen: NavWidth | null): NavWidth {
  return chosen ?? (paned.some((pattern) => pattern.test(pathname)) ? 'rail' : 'wide')
}

import type { Notice } from './port'

/** A notice as plain lines, for receivers that format nothing. */
export function noticeText(notice: Notice): string {
  return [notice.status, '', ...notice.facts.map(({ label, value }) => `${label}: ${value}`), '', notice.link].join(
    '\n',
  )
}

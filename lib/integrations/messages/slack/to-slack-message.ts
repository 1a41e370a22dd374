import type { Notice } from '../port'

const HEADER_MAX = 150
const SECTION_MAX = 3000
const FIELD_MAX = 2000
const FIELDS_MAX = 10

/** Slack reads `&`, `<` and `>` as markup: a name like `<!channel>` must call nobody. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A notice as the text (read by screen readers and shown in notifications) and the blocks of one message. Links, no buttons that decide. */
export function toSlackMessage(notice: Notice): { text: string; blocks: object[] } {
  const heading = notice.state === 'cleared' ? `Cleared: ${notice.title}` : notice.title
  return {
    text: escapeSlack(cut(`${heading}. ${notice.status}`, SECTION_MAX / 2)),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(heading, HEADER_MAX), emoji: false } },
      { type: 'section', text: { type: 'plain_text', text: cut(notice.status, SECTION_MAX), emoji: false } },
      {
        type: 'section',
        fields: notice.facts.slice(0, FIELDS_MAX).map(({ label, value }) => ({
          type: 'plain_text',
          text: cut(`${label}\n${value}`, FIELD_MAX),
          emoji: false,
        })),
      },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'open',
            text: { type: 'plain_text', text: 'Open in Headgate' },
            url: notice.link,
          },
        ],
      },
    ],
  }
}

function cut(text: string, charactersMax: number): string {
  return text.length <= charactersMax ? text : `${text.slice(0, charactersMax - 1)}…`
}

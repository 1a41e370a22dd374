import type { Notice } from '@/lib/integrations/messages/port'

const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const text = (value: string) => ({ type: 'text', text: value === '' ? '–' : value })

/** Plain sentences as a document of Jira's: its API takes no Markdown. */
export function toDocument(lines: readonly string[]): object {
  return { type: 'doc', version: 1, content: lines.map((line) => paragraph(text(line))) }
}

/** A notice as the description of a ticket. Names are text nodes: nothing in them is markup. */
export function toTicketDocument(notice: Notice): object {
  return {
    type: 'doc',
    version: 1,
    content: [
      paragraph(text(notice.status)),
      ...notice.facts.map(({ label, value }) =>
        paragraph({ ...text(`${label}: `), marks: [{ type: 'strong' }] }, text(value)),
      ),
      paragraph({ ...text('Open in Headgate'), marks: [{ type: 'link', attrs: { href: notice.link } }] }),
    ],
  }
}

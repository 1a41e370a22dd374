import { CodeBlock } from '@/components/ui/code-block'
import { Message } from '@/components/ui/message'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { CallDetail } from '@/lib/capabilities/model/contract'
import { revealLines } from './reveal-lines'

export type CallTextProps = { call: Pick<CallDetail, 'input' | 'output' | 'masked'> }

const roleWords = { system: 'Instructions', user: 'Question', assistant: 'Earlier answer' } as const

/** What was asked as it left, masked, and what came back. Invisible characters are spelled out in both. */
export function CallText({ call: { input, output, masked } }: CallTextProps) {
  return (
    <>
      <Section
        title="Asked"
        note={masked.length > 0 ? `masked before it left: ${masked.join(', ')}` : 'nothing had to be masked'}
      >
        {input === null ? (
          <p className="px-5 py-2.5 text-xs text-ink-2">The words of this call are not kept.</p>
        ) : (
          input.map((message, index) => (
            <div key={`${message.role}-${String(index)}`} className="border-b border-line last:border-b-0">
              <h3 className="px-4 pt-2 text-2xs font-medium text-ink-3">{roleWords[message.role]}</h3>
              <CodeBlock label={roleWords[message.role]} code={revealLines(message.text)} isCopyable />
            </div>
          ))
        )}
      </Section>
      <Section title="Answered" note={<Tag>✦ AI, as it came</Tag>} isFollowing>
        {output === null ? (
          <p className="px-5 py-2.5 text-xs text-ink-2">
            {input === null ? 'The words of this call are not kept.' : 'Nothing came back.'}
          </p>
        ) : output === '' ? (
          <Message tone="plain">An empty answer.</Message>
        ) : (
          <CodeBlock label="Answer" code={revealLines(prettyJson(output))} isCopyable />
        )}
      </Section>
    </>
  )
}

/** JSON is laid out to be read; anything else stays as it came. */
function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

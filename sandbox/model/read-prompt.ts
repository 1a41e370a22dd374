export interface Quoted {
  label: string
  /** The JSON between the marks, parsed; the raw text where it is none. */
  material: unknown
}

export interface Prompt {
  system: string
  user: string
  quoted: Quoted[]
}

interface Message {
  role?: unknown
  content?: unknown
}

/** Takes the messages of a completion; gives the texts and every block quoted between `<untrusted-…>` marks. */
export function readPrompt(messages: readonly Message[]): Prompt {
  const textOf = (wanted: (role: unknown) => boolean) =>
    messages
      .filter(({ role }) => wanted(role))
      .map(({ content }) => readContent(content))
      .join('\n\n')
  const user = textOf((role) => role !== 'system' && role !== 'developer')
  const system = textOf((role) => role === 'system' || role === 'developer')
  const blocks = user.matchAll(/<untrusted-([\w-]+)>\n?([\s\S]*?)\n?<\/untrusted-\1>/g)
  return { system, user, quoted: [...blocks].map(([, label = '', text = '']) => ({ label, material: parse(text) })) }
}

function readContent(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part: unknown) => readPart(part)).join('')
}

function readPart(part: unknown): string {
  return part !== null && typeof part === 'object' && 'text' in part && typeof part.text === 'string' ? part.text : ''
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

import type { z } from 'zod'
import type { Prompt } from './read-prompt'

/** The first quoted block of the prompt that has this form, whatever its label; null when there is none. */
export function findMaterial<Schema extends z.ZodType>(prompt: Prompt, schema: Schema): z.output<Schema> | null {
  for (const { material } of prompt.quoted) {
    const parsed = schema.safeParse(material)
    if (parsed.success) return parsed.data
  }
  return null
}

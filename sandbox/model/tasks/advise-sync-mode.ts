import { z } from 'zod'
import { findMaterial } from '../find-material'
import { nameWords } from '../name-words'
import type { TaskAnswerer } from './task-answerer'

const material = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), key: z.boolean().default(false) })),
  current: z.string().nullable(),
})
const EVENTS = /\b(event|events|log|logs|audit|click|view|visit)\b/
const PAST_STATES = /\b(status|stage|owner|price|plan|tier|state)\b/

/** History for what has past states and a key, a mirror for what is written once, else the mode it has. */
export const adviseSyncMode: TaskAnswerer = (prompt) => {
  const table = findMaterial(prompt, material)
  const names = (table?.columns ?? []).map(({ name }) => nameWords(name))
  const hasKey = table?.columns.some(({ key }) => key) ?? false
  const moment = names.some((name) => /\b(updated|modified|changed)\b/.test(name))
  const past = names.find((name) => PAST_STATES.test(name))
  if (table && EVENTS.test(nameWords(table.table))) {
    return { syncMode: 'live', reason: `Rows of ${table.table} are written once.`, against: '' }
  }
  if (hasKey && moment && past) {
    return {
      syncMode: 'history',
      reason: `Somebody will ask what "${past}" was before.`,
      against: 'It multiplies the rows and rewrites the table.',
    }
  }
  return { syncMode: table?.current ?? 'soft-delete', reason: 'Nothing calls for another mode.', against: '' }
}

import { z } from 'zod'
import { findMaterial } from '../find-material'
import { sharedWords } from '../name-words'
import type { TaskAnswerer } from './task-answerer'

const half = z.object({ name: z.string(), type: z.string().nullish() })
const material = z.object({ gone: half, came: half })
const measured = z.array(z.object({ verdict: z.string(), text: z.string() })).min(1)

/** Measured evidence first, then what the names share. */
export const judgeRename: TaskAnswerer = (prompt) => {
  const pair = findMaterial(prompt, material)
  if (!pair) return { opinion: 'cannot-tell', reason: 'The two columns were not named.' }
  const evidence = findMaterial(prompt, measured) ?? []
  const against = evidence.find(({ verdict }) => verdict === 'against')
  if (against) return { opinion: 'different', reason: `What was measured speaks against it: ${against.text}` }
  const { gone, came } = pair
  const shared = sharedWords(gone.name, came.name)
  if (shared >= 0.5) return { opinion: 'same', reason: `${gone.name} and ${came.name} say the same in other words.` }
  if (evidence.some(({ verdict }) => verdict === 'for')) {
    return { opinion: 'cannot-tell', reason: 'The measures speak for it and the names do not.' }
  }
  return { opinion: 'different', reason: `${gone.name} and ${came.name} have no word in common.` }
}

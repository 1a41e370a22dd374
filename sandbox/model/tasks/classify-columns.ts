import { z } from 'zod'
import { findMaterial } from '../find-material'
import { judgeColumn } from '../judge-column'
import type { TaskAnswerer } from './task-answerer'

const material = z.object({ table: z.string(), columns: z.array(z.object({ name: z.string() })).min(1) })

/** What each column holds, by its name. */
export const classifyColumns: TaskAnswerer = (prompt, model) => {
  const table = findMaterial(prompt, material)
  return {
    columns: (table?.columns ?? []).map(({ name }) => {
      const { dataClass, words } = judgeColumn(name, model)
      return { column: name, classes: [dataClass ?? 'none'], reason: `The name suggests ${words}.` }
    }),
  }
}

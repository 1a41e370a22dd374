import { z } from 'zod'
import { findMaterial } from '../find-material'
import { judgeColumn } from '../judge-column'
import { nameWords, sharedWords } from '../name-words'
import type { TaskAnswerer } from './task-answerer'

const column = z.object({ name: z.string(), key: z.boolean().default(false) })
const material = z.object({ tables: z.array(z.object({ name: z.string(), columns: z.array(column) })) })
const glossary = z.array(z.object({ term: z.string(), meaning: z.string() })).min(1)

/** One sentence for each table and column whose name says enough, and the terms of the glossary that share its words. */
export const describeTables: TaskAnswerer = (prompt, model) => {
  const terms = findMaterial(prompt, glossary) ?? []
  const termsFor = (name: string) => terms.filter(({ term }) => sharedWords(term, name) === 1).map(({ term }) => term)
  return {
    tables: (findMaterial(prompt, material)?.tables ?? []).map(({ name, columns }) => {
      const thing = singular(nameWords(name.split('.').at(-1) ?? name))
      return {
        table: name,
        description: `One row is one ${thing}.`,
        terms: termsFor(name),
        columns: columns.map((one) => ({
          column: one.name,
          description: describe(one, thing, model),
          terms: termsFor(one.name),
        })),
      }
    }),
  }
}

function describe({ name, key }: z.infer<typeof column>, thing: string, model: string): string {
  const words = nameWords(name)
  if (/^[a-z]{0,2}\d*$/.test(words) && words !== 'id') return ''
  if (key || words === 'id') return `Identifies the ${thing}.`
  if (words.endsWith(' id')) return `The ${words.slice(0, -3)} this ${thing} belongs to.`
  if (/ at$/.test(words)) return `When the ${thing} was ${words.slice(0, -3)}.`
  const { dataClass, words: holds } = judgeColumn(name, model)
  return dataClass ? `The ${words} of the ${thing}; holds ${holds}.` : `The ${words} of the ${thing}.`
}

const singular = (words: string) => words.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')

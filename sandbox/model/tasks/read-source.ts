import { z } from 'zod'
import { findMaterial } from '../find-material'
import { snakeCase } from '../name-words'
import { readDdl } from './source/read-ddl'
import { readDocumentation } from './source/read-documentation'
import type { SourceTable } from './source/source-table'
import type { TaskAnswerer } from './task-answerer'

/** A document as one text, or as its lines. */
const textMaterial = z.union([z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))])

/** The tables a document describes: definitions where it holds any, else headings and the fields below them. */
export const readSource: TaskAnswerer = (prompt) => {
  const labelled = (wanted: string) => ({ ...prompt, quoted: prompt.quoted.filter(({ label }) => label === wanted) })
  const text = findMaterial(labelled('source'), textMaterial) ?? ''
  const name = findMaterial(labelled('name'), z.string()) ?? ''
  const defined = readDdl(text)
  const tables = defined.length > 0 ? defined : readDocumentation(text.split('\n'), snakeCase(name) || 'record')
  return { tables: tables.map(finish) }
}

/** Adds what follows from the names: the key, the field that moves, and which fields hold the key of another table. */
function finish(table: SourceTable, _index: number, all: SourceTable[]) {
  const names = table.fields.map(({ name }) => name)
  const key = table.key.length > 0 ? table.key : names.filter((name) => /^(id|uuid|key)$/i.test(name)).slice(0, 1)
  const cursor = names.find((name) => /^(updated|modified|last_?modified|changed)(_?at|_?on|_?date|time)?$/i.test(name))
  const references = names.flatMap((field) => {
    const stem = /^(.+?)_?id$/i.exec(field)?.[1]?.toLowerCase()
    const target =
      stem && all.find(({ name }) => name !== table.name && [stem, `${stem}s`].includes(name.toLowerCase()))
    const targetKey = target && (target.key[0] ?? target.fields.find(({ name }) => /^(id|uuid)$/i.test(name))?.name)
    return target && targetKey ? [{ field, table: target.name, references: targetKey }] : []
  })
  const isLog = /(event|log|audit)s?$/i.test(table.name)
  return { ...table, key, cursor: cursor ?? '', syncMode: isLog ? 'live' : 'soft-delete', references }
}

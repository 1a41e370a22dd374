'use client'

import { countOf } from '@/components/connections/count-of'
import { TextArea } from '@/components/ui/text-area'
import { formatBytes, guessKind, type TextKind } from './prepare-source'
import type { SourceChoice } from './source-form'

export type PasteAreaProps = {
  kind: TextKind
  text: string
  onChange: (part: Partial<SourceChoice>) => void
}

const faces: Record<TextKind, { label: string; placeholder: string }> = {
  records: {
    label: 'Records: JSON lines, an array, or CSV',
    placeholder: '{"id": 1, "email": "ada@example.com", "address": {"city": "Berlin"}, "items": [{"sku": "A1"}]}',
  },
  ddl: { label: 'CREATE TABLE statements', placeholder: 'create table orders (id bigint primary key, …);' },
  documentation: {
    label: 'Documentation of an API, as text or Markdown',
    placeholder: '## Ticket\n\n| field | type |\n|---|---|\n| id | integer |',
  },
  openapi: { label: 'The document, as JSON', placeholder: '{"openapi": "3.1.0", "components": {"schemas": {…}}}' },
}

const hints = {
  rules: 'Up to 8 MiB. Values are looked at to find types and classes, and are not kept.',
  model: 'Up to 150,000 characters. A model reads it; values in its examples are blanked before it leaves.',
}

/** A text put in by hand, with its size. What it plainly is becomes its kind as soon as it is pasted into an empty field. */
export function PasteArea({ kind, text, onChange }: PasteAreaProps) {
  const size =
    text === ''
      ? hints[kind === 'documentation' ? 'model' : 'rules']
      : `${formatBytes(new Blob([text]).size)}, ${countOf(text.split('\n').length, 'line')}`
  return (
    <TextArea
      label={faces[kind].label}
      placeholder={faces[kind].placeholder}
      hint={size}
      rows={16}
      isMono
      value={text}
      onChange={(pasted) => {
        const guess = text === '' && pasted.length > 1 ? guessKind(null, pasted) : null
        onChange({ pasted, ...(guess === null ? {} : { kind: guess }) })
      }}
    />
  )
}

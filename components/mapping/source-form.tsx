'use client'

import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import type { MappingAnswer, MappingRequest } from '@/lib/capabilities/mapping/contract'
import { proposeMappingMutation } from '@/lib/capabilities/mapping/queries'
import { ConnectionChoice } from './connection-choice'
import { FileChoice } from './file-choice'
import { PasteArea } from './paste-area'
import type { TextKind } from './prepare-source'
import { ReadDocument } from './read-document'
import { SourceProblem } from './source-problem'

export type SourceChoice = {
  from: 'paste' | 'file' | 'connection'
  kind: TextKind
  name: string
  pasted: string
  file: { name: string; bytes: number; text: string } | null
  connectionId: string | null
}

export const startChoice: SourceChoice = {
  from: 'paste',
  kind: 'records',
  name: '',
  pasted: '',
  file: null,
  connectionId: null,
}

export type SourceFormProps = {
  choice: SourceChoice
  onChange: (choice: SourceChoice) => void
  onProposed: (answer: MappingAnswer) => void
}

const kinds: { id: TextKind; label: string }[] = [
  { id: 'records', label: 'Sample records' },
  { id: 'ddl', label: 'SQL' },
  { id: 'openapi', label: 'OpenAPI or JSON Schema' },
  { id: 'documentation', label: 'Documentation' },
]

/** Step one: what to map. The text stays in its field whatever comes of it. */
export function SourceForm({ choice, onChange, onProposed }: SourceFormProps) {
  const propose = useMutation({ ...proposeMappingMutation(), onSuccess: onProposed })
  const isText = choice.from !== 'connection'
  const text = choice.from === 'file' ? (choice.file?.text ?? '') : choice.pasted
  const request = requestOf(choice, text)
  const isDocument = isText && choice.kind === 'documentation'
  const change = (part: Partial<SourceChoice>) => {
    propose.reset()
    onChange({ ...choice, ...part })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (request !== null) propose.mutate(request)
  }

  return (
    <>
      <PageHeader
        title="Map a source"
        summary="Headgate proposes tables, names, types, keys, hashing and sync modes, each with its reason. You edit them and take the documents with you."
        meta={`${isDocument ? 'What a model reads is kept, the text is not' : 'Nothing is stored'}, and nothing changes in Fivetran.`}
      />
      <form onSubmit={submit} noValidate className="grid max-w-[820px] gap-4 px-5 pt-2 pb-8">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Segmented
            label="Where the source is"
            value={choice.from}
            onChange={(from) => change({ from })}
            options={[
              { id: 'paste', label: 'Paste' },
              { id: 'file', label: 'Upload a file' },
              { id: 'connection', label: 'A connection' },
            ]}
          />
          {isText && (
            <Segmented label="What it is" value={choice.kind} onChange={(kind) => change({ kind })} options={kinds} />
          )}
        </div>
        {choice.from === 'connection' ? (
          <ConnectionChoice value={choice.connectionId} onChange={(connectionId) => change({ connectionId })} />
        ) : (
          <>
            <div className="max-w-80">
              <TextField
                label="Name of the source"
                hint="Records become a table of this name, and all of it a schema."
                placeholder="records"
                isMono
                value={choice.name}
                onChange={(name) => change({ name })}
                maxLength={200}
                autoComplete="off"
              />
            </div>
            {choice.from === 'paste' ? (
              <PasteArea kind={choice.kind} text={choice.pasted} onChange={change} />
            ) : (
              <FileChoice file={choice.file} name={choice.name} onChange={change} />
            )}
          </>
        )}
        {propose.error && <SourceProblem error={propose.error} text={isText ? text : null} />}
        {isDocument ? (
          <ReadDocument
            name={choice.name.trim() || 'source'}
            text={text}
            isMapping={propose.isPending}
            onRead={(adviceId) => propose.mutate({ kind: 'document', adviceId })}
          />
        ) : (
          <div>
            <Button
              kind="decide"
              type="submit"
              isPending={propose.isPending}
              disabledReason={request === null ? missing[choice.from] : null}
            >
              {propose.isPending ? 'Reading the source…' : 'Propose a mapping'}
            </Button>
          </div>
        )}
      </form>
    </>
  )
}

const missing: Record<SourceChoice['from'], string> = {
  paste: 'Paste something first.',
  file: 'Choose a file first.',
  connection: 'Choose a connection first.',
}

function requestOf(choice: SourceChoice, text: string): MappingRequest | null {
  if (choice.from === 'connection')
    return choice.connectionId === null ? null : { kind: 'connection', connectionId: choice.connectionId }
  if (choice.kind === 'documentation') return null
  return text.trim() === '' ? null : { kind: choice.kind, name: choice.name.trim() || 'records', text }
}

'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { countOf } from '@/components/connections/count-of'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Message } from '@/components/ui/message'
import { Select } from '@/components/ui/select'
import type { RenderedDocument } from '@/lib/capabilities/mapping/contract'
import { documentWords } from './mapping-words'
import { saveText } from './save-text'

export type DocumentViewProps = { document: RenderedDocument; isBehind: boolean; hasCollisions: boolean }

/** Longer documents are cut on the screen, never in what is copied or saved. */
const shownLinesMax = 1_500

/** One document: what it is for, its text, and taking it away. Of several files one is shown at a time. */
export function DocumentView({ document, isBehind, hasCollisions }: DocumentViewProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const file = document.files.find(({ path }) => path === chosen) ?? document.files[0]
  if (file === undefined)
    return <EmptyState title="No table is synced.">Turn one on, and its document is written here.</EmptyState>
  const name = file.path.split('/').at(-1) ?? file.path
  const lines = file.text.split('\n')
  return (
    <>
      <div className="grid gap-2 border-b border-line px-4 py-2.5">
        <p className="text-xs text-ink-2">
          {documentWords[document.kind].says}
          {isBehind && <span className="text-ink-3"> · being written anew</span>}
        </p>
        {document.files.length > 1 && (
          <Select
            label={`File, ${document.files.length} of them`}
            isLabelHidden
            size="sm"
            options={document.files.map(({ path }) => ({ id: path, label: path.split('/').at(-1) ?? path }))}
            value={file.path}
            onChange={setChosen}
          />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button icon={<Icon of={Download} />} isDisabled={isBehind} onPress={() => saveText(name, file.text)}>
            Download
          </Button>
          <CopyButton text={file.text} label="Copy" hasWords />
          {document.files.length === 1 && <span className="mono min-w-0 wrap-anywhere text-ink-2">{name}</span>}
        </div>
        {hasCollisions && (
          <Message tone="warn">Of columns that collide it holds one. Part their names before you use it.</Message>
        )}
      </div>
      <CodeBlock label={name} code={lines.slice(0, shownLinesMax).join('\n')} />
      {lines.length > shownLinesMax && (
        <p className="px-4 pb-3 text-xs text-ink-3">
          {countOf(lines.length - shownLinesMax, 'more line')} when copied or downloaded
        </p>
      )}
    </>
  )
}

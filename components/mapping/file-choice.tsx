'use client'

import { Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { countOf } from '@/components/connections/count-of'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Icon } from '@/components/ui/icon'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { sourceTextBytesMax } from '@/lib/capabilities/mapping/contract'
import { formatBytes, guessKind, sourceNameOf } from './prepare-source'
import type { SourceChoice } from './source-form'

export type FileChoiceProps = {
  file: SourceChoice['file']
  /** A name somebody typed stays. */
  name: string
  onChange: (part: Partial<SourceChoice>) => void
}

const linesShown = 8
const lineLengthShown = 400

/** A file of this machine, read in the browser: its size and its beginning are shown before anything is sent. */
export function FileChoice({ file, name, onChange }: FileChoiceProps) {
  const [refusal, setRefusal] = useState<string | null>(null)

  async function take(chosen: File | undefined) {
    if (chosen === undefined) return
    setRefusal(null)
    if (chosen.size > sourceTextBytesMax) {
      setRefusal(
        `${chosen.name} has ${formatBytes(chosen.size)}; up to 8 MiB are read here. The command line reads larger ones as a stream.`,
      )
      return
    }
    const text = decode(await chosen.arrayBuffer())
    if (text === null) {
      setRefusal(`${chosen.name} is no UTF-8 or UTF-16 text.`)
      return
    }
    const kind = guessKind(chosen.name, text)
    onChange({
      file: { name: chosen.name, bytes: chosen.size, text },
      ...(name.trim() === '' ? { name: sourceNameOf(chosen.name).slice(0, 200) } : {}),
      ...(kind === null ? {} : { kind }),
    })
  }

  const lines = file?.text.split('\n') ?? []
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <FileTrigger
          acceptedFileTypes={['.json', '.ndjson', '.jsonl', '.csv', '.tsv', '.psv', '.sql', '.ddl', '.md', '.txt']}
          onSelect={(files) => take(files?.[0])}
        >
          <Button icon={<Icon of={Upload} />}>{file === null ? 'Choose a file…' : 'Choose another…'}</Button>
        </FileTrigger>
        <span role="status" className="min-w-0 text-xs text-ink-2">
          {file === null ? (
            'JSON, JSON lines, CSV, SQL or text, up to 8 MiB. It is read in your browser first.'
          ) : (
            <>
              <span className="mono wrap-anywhere">{revealInvisible(file.name)}</span>, {formatBytes(file.bytes)},{' '}
              {countOf(lines.length, 'line')}
            </>
          )}
        </span>
      </div>
      {refusal && (
        <Message tone="warn" isAlert title="The file was not read.">
          {revealInvisible(refusal)}
        </Message>
      )}
      {file && (
        <div className="border-y border-line">
          <CodeBlock
            label="The beginning of the file"
            code={lines
              .slice(0, linesShown)
              .map((line) => revealInvisible(line.replaceAll('\t', '  ').replace(/\r$/, '').slice(0, lineLengthShown)))
              .join('\n')}
          />
        </div>
      )}
    </div>
  )
}

/** The text of a file; null when it is none: a replaced character would silently become part of a name. */
function decode(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

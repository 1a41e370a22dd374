import { clsx } from 'clsx'

export type DiffKind = 'added' | 'removed' | 'changed' | 'same'
export type DiffSignProps = { kind: DiffKind; hasWord?: boolean }

const faces: Record<DiffKind, { sign: string; colour: string }> = {
  added: { sign: '+', colour: 'text-added-ink' },
  removed: { sign: '−', colour: 'text-removed-ink' },
  changed: { sign: '~', colour: 'text-changed-ink' },
  same: { sign: '=', colour: 'text-ink-3' },
}

/** The sign of a difference, in its own 14 px column; readers hear the word. */
export function DiffSign({ kind, hasWord = false }: DiffSignProps) {
  const face = faces[kind]
  return (
    <span className={clsx('inline-flex items-center gap-1', face.colour)}>
      <span aria-hidden="true" className="inline-block w-3.5 shrink-0 text-center font-mono text-md font-bold">
        {face.sign}
      </span>
      <span className={hasWord ? 'mono' : 'sr-only'}>{kind}</span>
    </span>
  )
}

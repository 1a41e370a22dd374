import { clsx } from 'clsx'
import { CopyButton } from './copy-button'

export type CodeLine = { id: string; kind: 'added' | 'removed' | 'same'; text: string }
export type CodeBlockProps = {
  label: string
  /** Plain code, or lines with signs when it is a difference. */
  code: string | readonly CodeLine[]
  isCopyable?: boolean
}

const washes = { added: 'bg-added-bg', removed: 'bg-removed-bg', same: 'text-ink-2' } as const
const signs = { added: '+', removed: '−', same: ' ' } as const
const signColours = { added: 'text-added-ink', removed: 'text-removed-ink', same: '' } as const

/** JSON, SQL or a difference of texts, in mono 12/20. Long lines wrap: nothing scrolls that the keyboard could not reach. */
export function CodeBlock({ label, code, isCopyable = false }: CodeBlockProps) {
  const plain = typeof code === 'string' ? code : code.map((line) => line.text).join('\n')
  return (
    <section aria-label={label} className="relative min-w-0">
      <pre
        className={clsx(
          'py-2 leading-5 tracking-[-0.02em] whitespace-pre-wrap wrap-anywhere',
          typeof code === 'string' && 'px-4',
        )}
      >
        {typeof code === 'string'
          ? code
          : code.map((line) => (
              <span key={line.id} className={clsx('block px-4', washes[line.kind])}>
                <span aria-hidden="true" className={clsx('inline-block w-3.5 font-bold', signColours[line.kind])}>
                  {signs[line.kind]}
                </span>
                {line.kind !== 'same' && <span className="sr-only">{line.kind}: </span>}
                {line.text}
              </span>
            ))}
      </pre>
      {isCopyable && (
        <span className="absolute end-2 top-1.5 rounded-2 bg-surface">
          <CopyButton text={plain} label="Copy" />
        </span>
      )}
    </section>
  )
}

import { ModelText } from '@/components/ui/model-text'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Tag } from '@/components/ui/tag'
import type { AdviceResult } from '@/lib/capabilities/advice/domain/advice-result'

export type TableDescriptionProps = { result: Extract<AdviceResult, { kind: 'describe-tables' }> }

/** What a table and its columns hold, in a model's words, with the glossary terms it matched. */
export function TableDescription({ result }: TableDescriptionProps) {
  return (
    <div className="grid gap-2 text-xs leading-[18px] wrap-anywhere">
      <p className="text-sm">
        <ModelText>{revealInvisible(result.description)}</ModelText> <Terms terms={result.terms} />
      </p>
      <dl className="grid gap-1">
        {result.columns.map(({ column, description, terms }) => (
          <div key={column}>
            <dt className="mono inline font-medium">{revealInvisible(column)}</dt>{' '}
            <dd className="inline text-ink-2">
              {revealInvisible(description)} <Terms terms={terms} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Terms({ terms }: { terms: readonly string[] }) {
  return terms.map((term) => (
    <Tag key={term} kind="class">
      {revealInvisible(term)}
    </Tag>
  ))
}

import { classWords } from '@/components/catalog/class-words'
import { Link } from '@/components/ui/link'
import { ModelText } from '@/components/ui/model-text'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { AdviceResult } from '@/lib/capabilities/advice/domain/advice-result'
import { dataClassSchema } from '@/lib/capabilities/catalog/domain/data-class'

export type ClassOpinionsProps = {
  result: Extract<AdviceResult, { kind: 'classify-columns' }>
  hrefOf: (column: string) => string
}

/** A second opinion on what columns hold: only where it differs from what counts. Accepting it is a person's, at the column. */
export function ClassOpinions({ result, hrefOf }: ClassOpinionsProps) {
  const different = result.columns.filter(({ differs }) => differs)
  const agreed = result.columns.length - different.length
  return (
    <div className="grid gap-1.5 text-xs leading-[18px] wrap-anywhere">
      <p className="text-ink-2">
        <ModelText>
          {agreed} of {result.columns.length} columns as they count now
          {different.length > 0 ? '; the others:' : '.'}
        </ModelText>
      </p>
      <ul className="grid gap-1">
        {different.map(({ column, classes, recognised, reason }) => (
          <li key={column}>
            <Link href={hrefOf(column)} look="plain">
              <span className="mono font-medium">{revealInvisible(column)}</span>
            </Link>{' '}
            {wordsOf(classes[0] ?? null)} <span className="text-ink-3">instead of {wordsOf(recognised)}</span>
            <span className="block text-ink-2">{revealInvisible(reason)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A class this build does not know is shown as it came. */
function wordsOf(name: string | null): string {
  if (name === null) return classWords(null)
  const known = dataClassSchema.safeParse(name)
  return known.success ? classWords(known.data) : revealInvisible(name)
}

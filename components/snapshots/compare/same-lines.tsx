import { countOf } from '@/components/connections/count-of'
import { DiffSign } from '@/components/ui/diff-sign'
import type { Comparison } from '@/lib/control-loop/snapshot/contract'

export type SameLinesProps = { comparison: Comparison }

/** What does not differ, so that nobody wonders whether it was looked at. */
export function SameLines({ comparison }: SameLinesProps) {
  const { same, changes } = comparison
  const moved = (kinds: readonly string[]) => changes.some(({ change }) => kinds.includes(change.kind))
  const lines = [
    { name: countOf(same.tables, 'table'), value: `${countOf(same.columns, 'column')}, equal in both` },
    ...(moved(['key-changed', 'sync-mode-changed']) ? [] : [{ name: 'Keys and sync modes', value: 'none differs' }]),
    ...(moved(['change-handling-changed']) ? [] : [{ name: 'Policy on new things', value: 'the same' }]),
  ]
  return (
    <>
      <tr className="bg-surface-2">
        <th scope="rowgroup" colSpan={6} className="h-[34px] border-b border-line px-4 text-start font-medium">
          The same in both
        </th>
      </tr>
      {lines.map(({ name, value }) => (
        <tr key={name}>
          <td className="h-8 border-b border-line ps-4">
            <DiffSign kind="same" />
          </td>
          <th scope="row" className="border-b border-line px-2.5 text-start font-normal whitespace-nowrap">
            {name}
          </th>
          <td colSpan={4} className="border-b border-line px-2.5 text-ink-2">
            {value}
          </td>
        </tr>
      ))}
    </>
  )
}

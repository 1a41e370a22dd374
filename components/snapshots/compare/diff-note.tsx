import { Split, UserRoundX } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { originOfChange } from '@/lib/control-loop/diff/domain/origin-of-change'
import { joinTypes } from '@/lib/control-loop/snapshot/domain/type-lattice'
import type { DiffRow } from './prepare-comparison'
import { prepareLadder } from './prepare-ladder'
import { TypeLadder } from './type-ladder'

export type DiffNoteProps = { row: DiffRow; isBaseline: boolean }

/** What a line cannot say by itself: that somebody edited around Headgate, or where a type went. */
export function DiffNote({ row, isBaseline }: DiffNoteProps) {
  const { change, before, changeId } = row.change
  if (change.kind === 'type-widened' || change.kind === 'type-narrowed' || change.kind === 'type-changed') {
    const rungs = prepareLadder(change.base, change.revision)
    const words = {
      'type-widened': 'Widened',
      'type-narrowed': 'Narrowed',
      'type-changed': 'Another type',
    } as const
    const met = joinTypes(change.base, change.revision)
    return (
      <NoteRow>
        <div className="grid gap-2 py-2">
          <p className="flex items-center gap-2">
            <span className="text-ink-2">
              <Icon of={Split} />
            </span>
            <b className="font-semibold">{words[change.kind]}</b>
            <span className="text-ink-2">
              {change.kind === 'type-widened'
                ? `${change.base} and the values that came meet at ${change.revision}`
                : change.kind === 'type-narrowed'
                  ? `${change.revision} does not hold every ${change.base}`
                  : `${change.base} and ${change.revision} meet only at ${met}`}
            </span>
          </p>
          {rungs.length > 0 && <TypeLadder rungs={rungs} />}
          {change.kind === 'type-widened' && (
            <p className="text-ink-2">It does not go back by itself when the source does.</p>
          )}
        </div>
      </NoteRow>
    )
  }
  // Only an open difference from what was approved is an edit around Headgate; between two snapshots it may have been Headgate itself.
  if (!isBaseline || !changeId || originOfChange(change.kind) !== 'outside') return null
  return (
    <NoteRow>
      <p className="flex items-center gap-1.5 py-1.5 text-ink-2">
        <Icon of={UserRoundX} />
        Changed in Fivetran, not through Headgate.{before && ` The baseline says ${before}.`}
      </p>
    </NoteRow>
  )
}

function NoteRow({ children }: { children: React.ReactNode }) {
  return (
    <tr>
      <td className="border-b border-line" />
      <td colSpan={5} className="border-b border-line pe-4 ps-2.5">
        {children}
      </td>
    </tr>
  )
}

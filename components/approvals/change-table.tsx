import { clsx } from 'clsx'
import { ArrowRight, CircleCheck, OctagonX } from 'lucide-react'
import { Fragment } from 'react'
import { DiffSign } from '@/components/ui/diff-sign'
import { DiffWord } from '@/components/ui/diff-word'
import { Icon } from '@/components/ui/icon'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import { Switch } from '@/components/ui/switch'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { type ChangeField, feasibilityLines, groupChangeRows } from './prepare-change-rows'
import { rowKey } from './prepare-drafting'
import { type EditSlot, slotKey } from './prepare-edit'

export type ChangeTableProps = {
  fields: readonly ChangeField[]
  feasibility: ProposalDetail['feasibility']
  /** "read 8 s ago". */
  readAge: string
  connectionName: string
  /** Rows that a model wrote, by `rowKey`: they carry its mark. */
  fromModel: ReadonlySet<string>
  /** While it is edited: the switches of the proposed column and their values. */
  editing: {
    slots: readonly EditSlot[]
    values: Readonly<Record<string, boolean>>
    onChange: (key: string, value: boolean) => void
  } | null
}

const head = 'h-[22px] pe-2 text-start text-2xs font-medium text-ink-3'
const cell = 'h-[26px] border-b border-line pe-2 align-middle wrap-anywhere'
const isName = (field: string) => /^(type|name|sync mode)/.test(field)

/** Every field that will be written, now and proposed, and in ink-3 those that look related and stay. */
export function ChangeTable({ fields, feasibility, readAge, connectionName, fromModel, editing }: ChangeTableProps) {
  const groups = groupChangeRows(fields)
  return (
    <>
      <table
        aria-label="Fields now and proposed"
        className="w-full table-fixed border-collapse [&_tbody:last-child_tr:last-child>*]:border-b-0"
      >
        <colgroup>
          <col style={{ width: '34%' }} />
          <col />
          <col style={{ width: 20 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={head}>
              Field
            </th>
            <th scope="col" className={head}>
              Now, {readAge}
            </th>
            <td />
            <th scope="col" className={head}>
              Proposed
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.path}>
            {groups.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={4} className={`${cell} pt-1 text-start font-normal`}>
                  <PathName path={group.path || connectionName} />
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <ChangeRow key={row.field} row={row} isFromModel={fromModel.has(rowKey(row))} editing={editing} />
            ))}
          </tbody>
        ))}
      </table>
      <ul className="mt-[7px] space-y-1 text-xs leading-[17px] text-ink-2">
        {feasibilityLines(feasibility).map((line) => (
          <li key={line.text} className="flex items-start gap-[7px]">
            <span className={clsx('mt-[1.5px]', !line.isOpen && 'text-bad-ink')}>
              <Icon of={line.isOpen ? CircleCheck : OctagonX} />
            </span>
            <span className="min-w-0">
              <Sentence text={line.text} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

type ChangeRowProps = { row: ChangeField; isFromModel: boolean; editing: ChangeTableProps['editing'] }

function ChangeRow({ row, isFromModel, editing }: ChangeRowProps) {
  const slot = editing?.slots.find((candidate) => candidate.key === slotKey(row.path, row.field))
  const value = slot && editing ? (editing.values[slot.key] ?? slot.proposed) : null
  const moves = slot ? value !== slot.live : row.moves
  const text = isName(row.field) ? 'mono' : undefined
  return (
    <tr>
      <th
        scope="row"
        className={clsx(cell, 'text-start text-xs', moves ? 'font-medium text-ink' : 'font-normal text-ink-2')}
      >
        <span className="inline-flex items-center gap-1">
          {moves && <DiffSign kind="changed" />}
          {row.field}
        </span>
      </th>
      <td className={clsx(cell, text)}>
        {moves ? <DiffWord side="before">{revealInvisible(row.now)}</DiffWord> : revealInvisible(row.now)}
      </td>
      <td className={`${cell} text-ink-3`}>{moves && <Icon of={ArrowRight} size={12} />}</td>
      <td className={clsx(cell, text, !moves && 'text-ink-3')}>
        {slot && editing ? (
          <Switch
            aria-label={`${row.field} of ${row.path}`}
            isSelected={value ?? false}
            onChange={(next) => editing.onChange(slot.key, next)}
          >
            <span aria-hidden="true" className="text-sm">
              {value ? 'yes' : 'no'}
            </span>
          </Switch>
        ) : moves ? (
          <Fragment>
            <DiffWord side="after">{revealInvisible(row.proposed)}</DiffWord>
            {isFromModel && <span className="ps-1.5 font-sans text-xs tracking-normal text-ink-2">✦ AI</span>}
            {row.note && <span className="ps-1.5 font-sans text-xs tracking-normal text-ink-3">{row.note}</span>}
          </Fragment>
        ) : (
          <span className={row.note ? 'font-sans text-sm tracking-normal' : undefined}>
            {row.note ?? revealInvisible(row.proposed)}
          </span>
        )}
      </td>
    </tr>
  )
}

import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type CellProps = {
  children?: ReactNode
  align?: 'start' | 'end' | 'center'
  tone?: 'ink' | 'ink-2' | 'ink-3' | 'bad' | 'warn'
  text?: 'body' | 'small' | 'mono'
  span?: number
  /** Lets the content wrap and the row grow. */
  isTall?: boolean
  /** This cell names the row. */
  isRowHead?: boolean
}

const aligns = { start: 'text-start', end: 'text-end', center: 'text-center' } as const
const texts = { body: '', small: 'text-xs', mono: 'mono' } as const
const inks = {
  ink: '',
  'ink-2': 'text-ink-2',
  'ink-3': 'text-ink-3',
  bad: 'text-bad-ink',
  warn: 'text-warn-ink',
} as const

/** One cell. Numbers go to the end, names stay at the start. */
export function Cell(props: CellProps) {
  const { children, align = 'start', tone = 'ink', text = 'body', span, isTall = false, isRowHead = false } = props
  const classes = clsx(
    'border-b border-line px-(--hg-cell-x) align-middle',
    isTall ? 'py-2' : 'h-row overflow-hidden text-ellipsis whitespace-nowrap',
    aligns[align],
    texts[text],
    inks[tone],
  )
  if (isRowHead) {
    return (
      <th scope="row" colSpan={span} className={clsx(classes, 'font-normal')}>
        {children}
      </th>
    )
  }
  return (
    <td colSpan={span} className={classes}>
      {children}
    </td>
  )
}

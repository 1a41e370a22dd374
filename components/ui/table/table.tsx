import type { ReactNode } from 'react'

export type TableProps = {
  /** Says what the rows are, for readers. */
  label: string
  children: ReactNode
  density?: 'compact' | 'normal' | 'roomy'
  /** One CSS width for each column in order; null lets the column take what is left. */
  widths?: (string | null)[]
  gutter?: 'page' | 'narrow'
  /** The full number of rows when only some are mounted. */
  rowCount?: number
}

/** A ruled table with fixed columns. Give it TableHead and TableBody; it scrolls sideways in its own region when narrow. */
export function Table({ label, children, density, widths, gutter = 'page', rowCount }: TableProps) {
  const columns = widths?.map((width, index) => ({ id: `column-${index}`, width }))
  const edge =
    gutter === 'page'
      ? '[&_:is(td,th):first-child]:ps-5 [&_:is(td,th):last-child]:pe-5'
      : '[&_:is(td,th):first-child]:ps-4 [&_:is(td,th):last-child]:pe-4'
  return (
    <div className="min-w-0 shrink-0 overflow-x-auto" data-density={density === 'normal' ? undefined : density}>
      <table aria-label={label} aria-rowcount={rowCount} className={`w-full table-fixed border-collapse ${edge}`}>
        {columns && (
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
        )}
        {children}
      </table>
    </div>
  )
}

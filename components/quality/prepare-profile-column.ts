import type { ColumnProfile } from '@/lib/capabilities/quality/domain/profile/table-profile'

export interface ProfileCells {
  empty: string | null
  /** More than half is empty. */
  isSparse: boolean
  distinct: string | null
  values: string
}

/** A column of a profile as cells; null where nothing was measured, which is never a zero. */
export function prepareProfileColumn(column: ColumnProfile, rows: number): ProfileCells {
  const { nulls, distinct } = column
  const present = rows - (nulls ?? rows)
  return {
    empty: nulls === null || rows === 0 ? null : percent(nulls / rows),
    isSparse: nulls !== null && rows > 0 && nulls / rows > 0.5,
    distinct:
      distinct === null || present === 0
        ? null
        : `${distinct.method === 'exact' ? '' : '~'}${percent(Math.min(1, distinct.count / present))}`,
    values: valueWords(column),
  }
}

function valueWords(column: ColumnProfile): string {
  const { isSensitive, remarks, topValues, min, max, length, distinct, masks } = column
  if (remarks.includes('no-rows')) return 'no rows'
  if (remarks.includes('all-null')) return 'always empty'
  if (isSensitive) return length ? `not shown, ${length.min} to ${length.max} long` : 'not shown'
  if (column.kind === 'number' && min !== null && max !== null) return min === max ? min : `${min} to ${max}`
  if (column.kind === 'moment' && min !== null && max !== null) return `${min.slice(0, 10)} to ${max.slice(0, 10)}`
  const [first, second] = topValues?.values ?? []
  if (first && distinct && distinct.count <= 50)
    return (
      [first.value, second?.value].filter((value) => value !== undefined).join(', ') +
      (distinct.count > 2 ? `, +${distinct.count - 2}` : '')
    )
  if (masks?.masks[0]) return `form ${masks.masks[0].mask}`
  return length ? `${length.min} to ${length.max} long` : ''
}

function percent(share: number): string {
  const number = share * 100
  if (number > 0 && number < 0.1) return '<0.1'
  return String(Number(number.toFixed(1)))
}

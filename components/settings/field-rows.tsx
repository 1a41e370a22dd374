import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type FieldRowsProps = {
  children: ReactNode
  /** For numbers: a short box with its hint beside it. */
  isShort?: boolean
}

const rows =
  'grid gap-2.5 sm:[&>div]:grid sm:[&>div]:items-center sm:[&>div]:gap-x-3 sm:[&>div>*:not(label)]:col-start-2 sm:[&>div>label]:text-sm sm:[&>div>label]:font-normal sm:[&>div>label]:text-ink-2'
const long = 'sm:[&>div]:grid-cols-[132px_minmax(0,300px)]'
const short =
  'sm:[&>div]:grid-cols-[132px_92px_minmax(0,1fr)] sm:[&>div>[slot=description]]:col-start-3! sm:[&>div>[slot=errorMessage]]:col-end-4'

/** Fields one under the other with their labels in a column at the start; on a phone the labels go above. */
export function FieldRows({ children, isShort = false }: FieldRowsProps) {
  return <div className={clsx(rows, isShort ? short : long)}>{children}</div>
}

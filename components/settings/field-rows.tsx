import type { ReactNode } from 'react'

export type FieldRowsProps = { children: ReactNode }

/** Fields one under the other with their labels in a column at the start; on a phone the labels go above. */
export function FieldRows({ children }: FieldRowsProps) {
  return (
    <div className="grid gap-2.5 sm:[&>div]:grid sm:[&>div]:grid-cols-[132px_minmax(0,300px)] sm:[&>div]:items-center sm:[&>div]:gap-x-3 sm:[&>div>*:not(label)]:col-start-2 sm:[&>div>label]:text-sm sm:[&>div>label]:font-normal sm:[&>div>label]:text-ink-2">
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'

export type TableBodyProps = { children: ReactNode }

/** The rows. */
export function TableBody({ children }: TableBodyProps) {
  return <tbody>{children}</tbody>
}

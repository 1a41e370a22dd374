import { clsx } from 'clsx'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonKind, type ButtonSize, buttonClass, kbdGround } from './button-class'
import { Kbd } from './kbd'

export type ButtonLinkProps = {
  href: string
  children: ReactNode
  kind?: ButtonKind
  size?: ButtonSize
  icon?: ReactNode
  keys?: string
  /** Set for a file that is saved rather than opened. */
  isDownload?: boolean
}

/** A link that looks like a button: it goes somewhere (or saves a file), it changes nothing. */
export function ButtonLink({ href, children, kind = 'outline', size = 'md', icon, keys, isDownload }: ButtonLinkProps) {
  const inside = (
    <>
      {icon}
      {children}
      {keys && <Kbd keys={keys} ground={kbdGround(kind)} />}
    </>
  )
  const look = clsx(buttonClass(kind, size), 'no-underline')
  if (isDownload) {
    return (
      <a href={href} download className={look}>
        {inside}
      </a>
    )
  }
  return (
    <NextLink href={href} className={look}>
      {inside}
    </NextLink>
  )
}

import { clsx } from 'clsx'
import { initials } from './initials'

export type AvatarProps = {
  name: string
  isMe?: boolean
  size?: 'sm' | 'lg'
  /** True where the name is written beside it: readers then hear it once. */
  isDecorative?: boolean
}

/** A person as a circle of initials. */
export function Avatar({ name, isMe = false, size = 'sm', isDecorative = false }: AvatarProps) {
  return (
    <span
      title={name}
      {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': isMe ? `${name}, you` : name })}
      className={clsx(
        'inline-grid shrink-0 place-items-center rounded-full leading-none font-semibold tracking-[0.01em]',
        isMe ? 'bg-ink-fill text-on-ink' : 'bg-surface-3 text-ink-2',
        size === 'sm' ? 'size-5 text-[9px]' : 'size-6 text-[10px]',
      )}
    >
      {initials(name)}
    </span>
  )
}

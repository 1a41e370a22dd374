import type { ReactNode } from 'react'
import { statusClass } from './status-class'

export type WayBackKind = 'full' | 'forward-only' | 'none'
export type WayBackProps = {
  kind: WayBackKind
  /** The sentence that says how; without it only glyph and word are drawn. */
  children?: ReactNode
}

const faces: Record<WayBackKind, { word: string; colour: string; fill: string }> = {
  full: { word: 'Full', colour: 'text-good-ink', fill: 'bg-current' },
  'forward-only': {
    word: 'Forward only',
    colour: 'text-warn-ink',
    fill: 'bg-[linear-gradient(90deg,currentColor_50%,transparent_50%)] inset-ring-[1.5px] inset-ring-current',
  },
  none: { word: 'Cannot come back', colour: 'text-bad-ink', fill: 'inset-ring-[1.5px] inset-ring-current' },
}

/** How a change can be undone: a full, half or hollow circle, its word, and the sentence that says how. */
export function WayBack({ kind, children }: WayBackProps) {
  const face = faces[kind]
  if (!children) {
    return (
      <span className={statusClass(face.colour)}>
        <span aria-hidden="true" className={`size-3 shrink-0 rounded-full ${face.fill}`} />
        {face.word}
      </span>
    )
  }
  return (
    <div className="flex items-start gap-2">
      <span aria-hidden="true" className={`mt-[3px] size-3.5 shrink-0 rounded-full ${face.fill} ${face.colour}`} />
      <p className="min-w-0">
        <b className="font-medium">{face.word}.</b> {children}
      </p>
    </div>
  )
}

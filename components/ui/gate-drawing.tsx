import type { ReactNode } from 'react'
import type { GateGlyph } from './gate-states'

const posts = <path fill="currentColor" d="M1.5 2H3v12H1.5zM13 2h1.5v12H13z" />

const drawings: Record<GateGlyph, ReactNode> = {
  proposed: (
    <>
      <g opacity=".75">{posts}</g>
      <rect
        x="5.1"
        y="7.6"
        width="5.8"
        height="5.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeDasharray="1.7 1.5"
      />
    </>
  ),
  'in-review': (
    <>
      {posts}
      <path fill="currentColor" d="M4.5 6.5h7V14h-7z" />
    </>
  ),
  approved: (
    <>
      {posts}
      <path fill="currentColor" d="M4.5 2h7v5h-7z" />
    </>
  ),
  applying: (
    <>
      {posts}
      <path fill="currentColor" d="M4.5 2h7v4h-7z" />
      <path
        d="M4.5 12h7"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeDasharray="2.4 1.6"
        fill="none"
        className="flowing"
      />
    </>
  ),
  applied: (
    <>
      {posts}
      <path fill="currentColor" d="M4.5 2h7v4h-7zM4.5 9.5h7V14h-7z" />
    </>
  ),
  verified: (
    <>
      {posts}
      <path fill="currentColor" d="M4.5 2h7v3h-7z" />
      <path d="m4.9 10.6 2.3 2.4 3.9-4.8" fill="none" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  stale: (
    <>
      {posts}
      <path fill="currentColor" d="m4.3 8.3 6.3-3.1 1.2 4.9-6.3 3.1z" />
    </>
  ),
  failed: (
    <>
      {posts}
      <path d="m5 5 6 6m0-6-6 6" stroke="currentColor" strokeWidth="1.7" fill="none" />
    </>
  ),
  paused: <path fill="currentColor" d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" />,
  rejected: (
    <>
      {posts}
      <path d="M4.75 2.75h6.5v10.5h-6.5zM4.75 13.25l6.5-10.5" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  snoozed: (
    <>
      {posts}
      <circle cx="8" cy="8" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M8 6v2.2l1.3.8" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
}

export type GateDrawingProps = { glyph: GateGlyph; size?: 14 | 16 }

/** One of the eleven gate drawings, in the current colour and silent to readers. */
export function GateDrawing({ glyph, size = 14 }: GateDrawingProps) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="block shrink-0">
      {drawings[glyph]}
    </svg>
  )
}

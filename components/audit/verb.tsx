import { GateDrawing } from '@/components/ui/gate-drawing'
import { statusClass } from '@/components/ui/status-class'
import { verbFace } from './verb-face'

export type VerbProps = { action: string; verb: string; hasSpace?: boolean }

/** What was done: the verb, behind its gate when it was a decision or an effect. `hasSpace` keeps the words in one column. */
export function Verb({ action, verb, hasSpace = false }: VerbProps) {
  const face = verbFace(action)
  return (
    <span className={statusClass(`${face.colour} ${face.glyph ? '' : 'font-normal'}`)} title={action}>
      {face.glyph ? <GateDrawing glyph={face.glyph} /> : hasSpace && <span aria-hidden="true" className="w-3.5" />}
      <span>{verb}</span>
    </span>
  )
}

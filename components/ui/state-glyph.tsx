import { GateDrawing } from './gate-drawing'
import { type GateState, gateStates } from './gate-states'
import { type StatusSize, statusClass } from './status-class'

export type StateGlyphProps = {
  state: GateState
  /** Words instead of the state's own: a count, "By policy", "Applying R-0931". */
  word?: string
  size?: StatusSize
  /** Only where a word or a count already stands in the same cell. */
  isBare?: boolean
}

/** The state of a proposal or run: gate glyph, word, colour. */
export function StateGlyph({ state, word, size = 'row', isBare = false }: StateGlyphProps) {
  const face = gateStates[state]
  const drawing = <GateDrawing glyph={face.glyph} size={size === 'row' ? 14 : 16} />
  const ownWord = word ?? face.word
  if (isBare) {
    return (
      <span role="img" aria-label={ownWord} title={ownWord} className={statusClass(face.colour, size)}>
        {drawing}
      </span>
    )
  }
  return (
    <span className={statusClass(face.colour, size)}>
      {drawing}
      <span>{ownWord}</span>
    </span>
  )
}

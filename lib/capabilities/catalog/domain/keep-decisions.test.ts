import { expect, it } from 'vitest'
import { classifyColumn } from './classify-column'
import { keepDecision } from './keep-decisions'

const fresh = classifyColumn({ table: 'user', column: 'email', type: null })

it('a decision outlives the rules, and their other opinion is listed', () => {
  const kept = keepDecision({ class: null, isDecided: true }, fresh)
  expect(kept).toMatchObject({ classification: { class: null, confidence: 0 }, flip: { from: null, to: 'email' } })
  expect(keepDecision({ class: 'email', isDecided: true }, fresh)).toMatchObject({
    classification: { confidence: 1 },
    flip: null,
  })
})

it('what the rules said before gives way, and is listed', () => {
  const kept = keepDecision({ class: 'phone', isDecided: false }, fresh)
  expect(kept).toMatchObject({ classification: fresh, flip: { from: 'phone', to: 'email' } })
  expect(keepDecision(undefined, fresh).flip).toBeNull()
})

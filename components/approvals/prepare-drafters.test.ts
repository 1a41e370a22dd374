import { describe, expect, test } from 'vitest'
import type { Drafter } from '@/lib/control-loop/proposal/domain/evidence'
import { draftedBy, hasModelPart, isModelRationale } from './prepare-drafters'

const rule: Drafter = { source: 'rule', name: 'new-column', part: 'actions and evidence' }
const model: Drafter = { source: 'model', name: 'm-1', part: 'actions and rationale' }
const silent: Drafter = { source: 'model', name: 'm-1', part: 'nothing: the budget is spent' }
const editor: Drafter = { source: 'person', name: 'Tomás', part: 'revision 2' }
const author: Drafter = { source: 'person', name: 'Ada', part: 'all' }

describe('who drafted it', () => {
  test.each([
    [[rule], 'rule `new-column`'],
    [[rule, model], 'rule `new-column` and ✦ AI (m-1)'],
    [[rule, silent], 'rule `new-column`'],
    [[rule, editor, editor], 'rule `new-column`, edited by Tomás,'],
    [[author], 'Ada'],
    [[], 'Headgate'],
  ])('%#', (drafters, words) => {
    expect(draftedBy(drafters)).toBe(words)
  })

  test('the rationale is a model’s until a person edits', () => {
    expect(isModelRationale([rule, model])).toBe(true)
    expect(isModelRationale([rule, model, editor])).toBe(false)
    expect(isModelRationale([rule, silent])).toBe(false)
    expect(hasModelPart([rule, silent])).toBe(true)
    expect(hasModelPart([rule, editor])).toBe(false)
  })
})

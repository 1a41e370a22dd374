import { describe, expect, it } from 'vitest'
import { isSetUp, prepareSetup } from './prepare-setup'

const nothing = { credentials: false, connections: false, snapshot: false, people: false }

describe('prepareSetup', () => {
  it('starts with the credentials', () => {
    expect(prepareSetup(nothing).map((step) => step.state)).toEqual(['now', 'ahead', 'ahead', 'ahead'])
  })

  it('makes the first undone step the current one, also when a later one is done', () => {
    const steps = prepareSetup({ ...nothing, credentials: true, people: true })
    expect(steps.map((step) => step.state)).toEqual(['done', 'now', 'ahead', 'done'])
  })

  it('has no current step when all are done', () => {
    const steps = prepareSetup({ credentials: true, connections: true, snapshot: true, people: true })
    expect(steps.every((step) => step.state === 'done')).toBe(true)
  })
})

describe('isSetUp', () => {
  it('does not wait for a second person', () => {
    expect(isSetUp({ credentials: true, connections: true, snapshot: true, people: false })).toBe(true)
  })

  it('waits for the first snapshot', () => {
    expect(isSetUp({ credentials: true, connections: true, snapshot: false, people: true })).toBe(false)
  })
})

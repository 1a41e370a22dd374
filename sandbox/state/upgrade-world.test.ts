import { describe, expect, it } from 'vitest'
import { smallScenario } from '@/sandbox/scenarios/small-scenario'
import { buildWorld } from './build-world'
import { upgradeWorld } from './upgrade-world'

describe('upgradeWorld', () => {
  it('gives a state file of the first format everything that was added since', () => {
    const world = buildWorld(smallScenario(), { seed: null, faultSeed: null }, 1)
    const { groups: _groups, events: _events, systemKeys: _keys, ...earlier } = world
    const upgraded = upgradeWorld(earlier)
    expect(upgraded.groups).toEqual(world.groups)
    expect(upgraded.systemKeys).toEqual([])
    expect(upgraded.connections).toEqual(world.connections)
  })
})

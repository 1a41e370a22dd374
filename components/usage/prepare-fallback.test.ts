import { describe, expect, it } from 'vitest'
import type { ModelSettings, ProviderView, TaskSettingView } from '@/lib/capabilities/model/contract'
import { prepareFallback } from './prepare-fallback'
import { prepareLimits } from './prepare-limits'

const now = new Date('2026-11-12T10:42:00Z')
const provider = (part: Partial<ProviderView>): ProviderView => ({
  id: 'p1',
  name: 'OpenAI',
  kind: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  apiVersion: null,
  keyHint: null,
  keySetAt: null,
  keySetBy: null,
  residencyNote: 'EU',
  timeoutSeconds: 60,
  position: 0,
  enabled: true,
  state: 'connected',
  stateDetail: null,
  stateAt: null,
  testUnderWay: false,
  probes: [],
  modelsSeen: [],
  restsUntil: null,
  restReason: null,
  prices: [],
  ...part,
})
const task = (part: Partial<TaskSettingView>): TaskSettingView => ({
  task: 'draft-mapping',
  enabled: true,
  dayCapMicros: null,
  monthCapMicros: null,
  candidates: [],
  spentDayMicros: 0,
  spentMonthMicros: 0,
  ...part,
})
const settings = (part: Partial<ModelSettings>) => ({
  providers: [provider({})],
  defaultRoute: [{ providerId: 'p1', model: 'small' }],
  tasks: [],
  stopped: null,
  ...part,
})
const usage = {
  byModel: [
    {
      model: 'small',
      provider: 'OpenAI',
      calls: 500,
      inputTokens: 1,
      outputTokens: 1,
      costMicros: 1,
      errors: 1,
      latencyP95Ms: 3_400,
    },
  ],
}

describe('prepareFallback', () => {
  it('lists the order first, then models that only tasks name, each once with how many tasks', () => {
    const large = { providerId: 'p1', model: 'large' }
    const found = prepareFallback(
      settings({
        tasks: [
          task({ candidates: [large, { providerId: 'p1', model: 'small' }] }),
          task({ task: 'judge-rename', candidates: [large] }),
        ],
      }),
      usage,
      now,
    )
    expect(found.map(({ model, onlyTasks, p95Ms }) => [model, onlyTasks, p95Ms])).toEqual([
      ['small', 0, 3_400],
      ['large', 2, null],
    ])
  })

  it.each([
    [{ enabled: false, state: 'connected' as const }, 'off'],
    [{ restsUntil: '2026-11-12T10:43:00Z' }, 'rests'],
    [{ restsUntil: '2026-11-12T10:41:00Z' }, 'up'],
    [{ state: 'unreachable' as const }, 'away'],
    [{ state: 'refused' as const }, 'refused'],
    [{ state: 'untested' as const }, 'untested'],
  ])('%j is %s', (part, state) => {
    const [found] = prepareFallback(settings({ providers: [provider(part)] }), usage, now)
    expect(found?.state).toBe(state)
  })

  it('passes over a candidate whose provider is gone', () => {
    expect(prepareFallback(settings({ providers: [] }), usage, now)).toEqual([])
  })
})

describe('prepareLimits', () => {
  it('names tasks that have caps of their own', () => {
    const limits = prepareLimits({
      dayCapMicros: 10_000_000,
      monthCapMicros: 250_000_000,
      concurrencyMax: 4,
      tasks: [task({}), task({ task: 'read-source', dayCapMicros: 500_000, monthCapMicros: 2_000_000 })],
    })
    expect(limits.map(({ value }) => value)).toEqual([
      '$250 a month',
      '$10.00 a day',
      '4',
      '$0.50 a day, $2.00 a month',
    ])
  })
})

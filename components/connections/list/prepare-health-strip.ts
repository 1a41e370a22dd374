import type { ConnectionHealth } from '@/lib/control-loop/connection/contract'

export interface HealthSegment {
  key: string
  count: number
  word: string
  tone: 'well' | 'applying' | 'paused' | 'waiting' | 'late' | 'broken'
  /** The filter that lists exactly these; null where the segment joins two states. */
  state: ConnectionHealth | null
}

const order: { word: string; tone: HealthSegment['tone']; states: ConnectionHealth[] }[] = [
  { word: 'on schedule or syncing', tone: 'well', states: ['on-schedule', 'syncing'] },
  { word: 'applying', tone: 'applying', states: ['applying'] },
  { word: 'paused', tone: 'paused', states: ['paused'] },
  { word: 'removed', tone: 'paused', states: ['removed'] },
  { word: 'rescheduled', tone: 'waiting', states: ['rescheduled'] },
  { word: 'not set up', tone: 'waiting', states: ['incomplete'] },
  { word: 'late', tone: 'late', states: ['late'] },
  { word: 'broken', tone: 'broken', states: ['broken'] },
]

/** How many connections are how, well first and worst last; what nobody is in is left out. */
export function prepareHealthStrip(byHealth: Readonly<Record<string, number>>): HealthSegment[] {
  return order.flatMap(({ word, tone, states }) => {
    const count = states.reduce((sum, state) => sum + (byHealth[state] ?? 0), 0)
    const [only] = states
    return count === 0 ? [] : [{ key: word, count, word, tone, state: states.length === 1 && only ? only : null }]
  })
}

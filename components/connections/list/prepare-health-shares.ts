import type { ShareStripProps } from '@/components/charts/share-strip'
import type { ConnectionHealth } from '@/lib/control-loop/connection/contract'

type Share = ShareStripProps['shares'][number]

const order: { word: string; tone: Share['tone']; states: ConnectionHealth[] }[] = [
  { word: 'on schedule or syncing', tone: 'well', states: ['on-schedule', 'syncing'] },
  { word: 'applying', tone: 'flow', states: ['applying'] },
  { word: 'paused', tone: 'paused', states: ['paused'] },
  { word: 'removed', tone: 'paused', states: ['removed'] },
  { word: 'rescheduled', tone: 'rescheduled', states: ['rescheduled'] },
  { word: 'not set up', tone: 'rescheduled', states: ['incomplete'] },
  { word: 'late', tone: 'watch', states: ['late'] },
  { word: 'broken', tone: 'over', states: ['broken'] },
]

/** How many connections are how, well first and worst last; what nobody is in is left out. */
export function prepareHealthShares(byHealth: Readonly<Record<string, number>>): Share[] {
  return order.flatMap(({ word, tone, states }) => {
    const count = states.reduce((sum, state) => sum + (byHealth[state] ?? 0), 0)
    return count === 0 ? [] : [{ key: word, count, word, tone }]
  })
}

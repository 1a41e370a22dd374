import type { TableChecks } from '@/lib/capabilities/quality/contract'

type BackTest = TableChecks['suggestions'][number]['backTest']

/** What a check would have said of the past, as a sentence; says so where the past cannot tell. */
export function describeBackTest({ told, silent, alarms, alarmsPerMonth, alarmsPerMonthMax }: BackTest): string {
  if (told === 0) return 'The kept measurements cannot tell how often it would have alarmed.'
  const past = `It would have alarmed in ${alarms} of ${told === 1 ? '1 measurement' : `${told} measurements`}${silent > 0 ? ` (${silent} could not tell)` : ''}`
  if (alarmsPerMonth === null || alarmsPerMonthMax === null)
    return `${past}; too little is kept to expect a number a month.`
  return `${past}: about ${spell(alarmsPerMonth)} alarms a month, at most ${spell(alarmsPerMonthMax)} (95 %).`
}

function spell(number: number): string {
  return String(Number(number.toFixed(number < 10 ? 1 : 0)))
}

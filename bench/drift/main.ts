import { continuousFamilies, discreteFamilies } from '@/lib/capabilities/drift/domain/testing/column-families'
import { measureSeasons } from './measure-seasons'
import { measureSpeed } from './measure-speed'
import { countAlarms, measurePower, shownRate } from './measure-study'

/**
 * How often drift cries wolf and how often it sleeps: tables of a hundred columns in which nothing moves, one column that moves, shifts too small to
 * matter, months with their ends; and what it costs. Everything is seeded. A number on the command line is the count of runs (default 1,000; a
 * quarter of it where every value is drawn and sorted, and not only the counts on fifty bins that such values would give).
 */
const runs = Number(process.argv.slice(2).find((arg) => Number(arg) > 0) ?? 1000)
const count = (value: number) => value.toLocaleString('en')

const studied = [
  ...([500, 1000] as const).map((rows) => countAlarms(rows, Math.ceil(runs / 4), 'values', 101)),
  ...[500, 1000, 2000, 5000, 20_000, 100_000].map((rows) => countAlarms(rows, runs, 'bins', 102)),
]
print(
  'A/A: tables of 100 columns (75 numeric of 8 families, 25 categorical) in which nothing moved',
  studied.map(({ rows, from, runs, alarms }) => ({
    rows: count(rows),
    'measured from': from,
    runs: count(runs),
    'runs with an alarm': alarms,
    '% (95 % interval)': shownRate(alarms, runs),
  })),
)
const alarms = studied.reduce((sum, one) => sum + one.alarms, 0)
const whole = studied.reduce((sum, one) => sum + one.runs, 0)
console.log(`all sizes: ${shownRate(alarms, whole)} % of ${count(whole)} runs raise an alarm`)

const few = countAlarms(499, Math.ceil(runs / 10), 'bins', 103)
console.log(`below 500 rows: ${(100 * few.abstained).toFixed(2)} % of the columns cannot be told, ${few.alarms} alarms`)

print(
  'power: one column of 100 shifted by 0.25 of its deviation, found (%, 95 % interval)',
  [...continuousFamilies, ...discreteFamilies].map((family) => ({
    family: family.name,
    '1,000 values a side': powerOf(family, 1000, 0.25, 'values', 201),
    ...('below' in family
      ? {
          '1,000 rows in bins': powerOf(family, 1000, 0.25, 'bins', 202),
          '2,000 rows in bins': powerOf(family, 2000, 0.25, 'bins', 203),
        }
      : {}),
  })),
)
print(
  'too small to matter: one column by itself, 1,000,000 rows a side, found (%)',
  continuousFamilies.map((family) => ({
    family: family.name,
    ...Object.fromEntries(
      [0, 0.02, 0.25].map((shift) => [
        `${shift} deviations`,
        shownRate(
          measurePower(family, { rows: 1_000_000, runs: 100, shift, from: 'bins', seed: 301, columns: 1 }).found,
          100,
        ),
      ]),
    ),
  })),
)
print(
  'rows a day of a shop: quiet weekends, four times as many on the last of a month',
  measureSeasons(Math.ceil(runs / 50)),
)
print('cost of one column, medians', [10_000, 100_000, 1_000_000].map(measureSpeed))

function powerOf(
  family: Parameters<typeof measurePower>[0],
  rows: number,
  shift: number,
  from: 'values' | 'bins',
  seed: number,
): string {
  const { found } = measurePower(family, { rows, runs: 10 * runs, shift, from, seed })
  return shownRate(found, 10 * runs)
}

function print(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n${title}`)
  console.table(rows)
}

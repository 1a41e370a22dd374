import { describe, expect, it } from 'vitest'
import { passesBech32 } from './check-digits'
import { recogniseAmongOthers, recogniseValue } from './recognise-value'

/** Published examples; none belongs to a person. */
const examples: readonly [string, string][] = [
  ['AB123456C', 'national-number'],
  ['12345678Z', 'national-number'],
  ['X1234567L', 'national-number'],
  ['RSSMRA85T10A562S', 'tax-number'],
  ['ABCPE1234F', 'tax-number'],
  ['S1234567D', 'national-number'],
  ['131052-308T', 'national-number'],
  ['11010519491231002X', 'national-number'],
  ['811218-9876', 'national-number'],
  ['255081416802538', 'national-number'],
  ['1EG4-TE5-MK73', 'health-number'],
  ['MORGA657054SM9IJ', 'driver-license'],
  ['44051401458', 'national-number'],
  ['529.982.247-25', 'national-number'],
  ['11.222.333/0001-81', 'company-number'],
  ['10000000146', 'national-number'],
  ['86095742719', 'tax-number'],
  ['51 824 753 556', 'company-number'],
  ['9434765919', 'health-number'],
  ['1234567893', 'health-number'],
  ['021000021', 'routing-number'],
  ['111222333', 'national-number'],
]

describe('national numbers', () => {
  it.each(examples)('%s is a %s', (value, form) => {
    expect(recogniseAmongOthers(value)?.form).toBe(form)
  })

  it.each(examples.filter(([value]) => /\d$/.test(value) && !value.startsWith('1EG4') && value !== '111222333'))(
    '%s with another last digit is not the same number',
    (value, form) => {
      const wrong = value.slice(0, -1) + String((Number(value.at(-1)) + 1) % 10)
      expect(recogniseAmongOthers(wrong)?.words).not.toBe(recogniseAmongOthers(value)?.words ?? form)
    },
  )

  it('bare digits tell nothing by themselves', () => {
    expect(recogniseValue('9434765919')).toBeNull()
    expect(recogniseValue('AB123456C')?.form).toBe('national-number')
  })

  it('knows newer wallet addresses by their checksum', () => {
    expect(passesBech32('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4')).toBe(true)
    expect(passesBech32('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5')).toBe(false)
  })
})

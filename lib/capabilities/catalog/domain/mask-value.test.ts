import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DataClass, dataClasses } from './data-class'
import { maskValue } from './mask-value'

describe('maskValue', () => {
  const cases: [string, DataClass, string][] = [
    ['john.doe@example.com', 'email', 'j***@e***.com'],
    ['j@mail.example.co', 'email', '***@m***.e***.co'],
    ['not an address', 'email', 'n***'],
    ['Ada Lovelace', 'person-name', 'A*** L***'],
    ['+49 30 901820', 'phone', '+49 ** ******'],
    ['4111 1111 1111 1111', 'payment-card', '**** **** **** ****'],
    ['123-45-6789', 'government-id', '***-**-****'],
    ['10.0.0.7', 'ip-address', '**.*.*.*'],
    ['hunter2', 'credential', '***'],
  ]
  it.each(cases)('%s as %s is %s', (value, dataClass, masked) => {
    expect(maskValue(value, dataClass)).toBe(masked)
  })

  it('never lets a value with letters or digits through', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{3,12}([ @.][a-z0-9]{3,12})?$/),
        fc.constantFrom(...dataClasses),
        (value, dataClass) => {
          expect(maskValue(value, dataClass)).not.toContain(value)
        },
      ),
    )
  })
})

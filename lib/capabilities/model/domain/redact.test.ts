import { describe, expect, it } from 'vitest'
import { redact } from './redact'

const SECRET = 'fk-live-Xq7/pass+word~42'
const PERSON = 'ada.lovelace@example.com'

/** The eight encodings a seeded value is hidden in. */
const encodings: [string, (text: string) => string][] = [
  ['plain', (text) => text],
  ['base64', (text) => Buffer.from(text).toString('base64')],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  ['hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ['percent', (text) => percent(text)],
  ['percent twice', (text) => percent(text).replaceAll('%', '%25')],
  ['unicode escapes', (text) => [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
  ['backwards', (text) => [...text].reverse().join('')],
]
const percent = (text: string) =>
  [...text].map((c) => (/[a-z]/i.test(c) ? c : `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)).join('')

describe('redact', () => {
  it.each(encodings)('masks a stored secret and a person, %s', (_name, encode) => {
    for (const value of [SECRET, PERSON]) {
      const hidden = encode(value)
      const { text, masked } = redact(`{"comment":"see ${hidden} for it","path":"crm.contact"}`, [SECRET])
      expect(text).not.toContain(hidden)
      expect(text).not.toContain(hidden.slice(4))
      expect(masked).toHaveLength(1)
      expect(text).toContain('"path":"crm.contact"')
    }
  })

  it('finds them inside longer base64, wherever they begin', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const hidden = Buffer.from(`${before}:${PERSON} and more`).toString('base64')
      expect(redact(`x ${hidden} y`).text).toBe('x [masked: e-mail address, encoded] y')
    }
    expect(redact(`key${Buffer.from(SECRET).toString('base64')}`, [SECRET]).text).not.toContain('ZrLWxpdmU')
  })

  it('reads long words in windows and spends little on hostile ones', () => {
    const long = Buffer.from(`${'x'.repeat(9_000)} ${PERSON} ${'y'.repeat(9_000)}`).toString('base64')
    const started = performance.now()
    expect(redact(`a ${long} b`).masked).toEqual(['1 × e-mail address, encoded'])
    const nested = Array.from({ length: 6 }).reduce<string>(
      (text) => Buffer.from(text).toString('base64'),
      'z'.repeat(20_000),
    )
    redact(nested)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it.each([
    ['call +1 415 555 0100 now', 'call [masked: phone number] now'],
    ['(415) 555-0100', '[masked: phone number]'],
    ['card 4111 1111 1111 1111.', 'card [masked: payment card number].'],
    ['iban DE89 3704 0044 0532 0130 00', 'iban [masked: bank account number]'],
    ['ssn 123-45-6789', 'ssn [masked: social security number]'],
    ['postgres://reader:hunter22@db:5432/x', 'postgres://reader:[masked: password in an address]@db:5432/x'],
    ['?password=hunter22&x=1', '?password=[masked: password or key]&x=1'],
    ['AKIAIOSFODNN7EXAMPLE', '[masked: key or token]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefgh', '[masked: key or token]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '[masked: private key]'],
  ])('%s', (before, after) => {
    expect(redact(before).text).toBe(after)
  })

  it.each([
    '{"changeId":"0192f6a4-7c1e-7b3a-9d55-2f6a1c0e9b11","kind":"column-added"}',
    'salesforce.opportunity_line_item.custom_field_number_4__c DECIMAL(38,10)',
    '2026-11-25T02:19:22.123Z 1764037162000 10.20.30.40 v2.0.1-rc.1',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'j***@e***.com +1************ @context user@ @example.com',
    'password VARCHAR(20), token TEXT, "api_key":"STRING"',
  ])('leaves alone: %s', (text) => {
    expect(redact(text, [SECRET])).toEqual({ text, masked: [] })
  })
})

import { describe, expect, it } from 'vitest'
import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { classifyColumn } from './classify-column'
import { type DataClass, dataClasses, dataClassLabels, isSensitive } from './data-class'

const classOf = (table: string, column: string, type: LogicalType | null = null, samples?: string[]) =>
  classifyColumn({ table, column, type, samples }).class

describe('classifyColumn by name', () => {
  const cases: [string, string, LogicalType | null, DataClass | null][] = [
    ['contact', 'email', 'STRING', 'email'],
    ['contact', 'WorkEmail__c', 'STRING', 'email'],
    ['contact', 'email_verified', 'BOOLEAN', null],
    ['contact', 'email_verified', null, null],
    ['contact', 'is_email_opt_in', null, null],
    ['contact', 'email_opt_in_at', 'INSTANT', null],
    ['campaign', 'email_template_id', 'STRING', null],
    ['contact', 'phone', 'LONG', 'phone'],
    ['contact', 'mobile_number', 'STRING', 'phone'],
    ['contact', 'phone_number_region', null, null],
    ['contact', 'has_phone', 'BOOLEAN', null],
    ['contact_phone', 'value', 'STRING', 'phone'],
    ['setting', 'value', 'STRING', null],
    ['contact', 'name', 'STRING', 'person-name'],
    ['product', 'name', 'STRING', null],
    ['user_group', 'name', 'STRING', null],
    ['order', 'customer_name', 'STRING', 'person-name'],
    ['contact', 'company_name', 'STRING', null],
    ['order', 'billing_last_name', 'STRING', 'person-name'],
    ['planning', 'scenario_code', 'STRING', null],
    ['student', 'academic_year_code', 'STRING', null],
    ['customer', 'address_id', 'LONG', null],
    ['customer', 'shipping_address', 'JSON', 'address'],
    ['warehouse', 'city', 'STRING', null],
    ['customer', 'city', 'STRING', 'address'],
    ['session', 'ip_address', 'STRING', 'ip-address'],
    ['session', 'ship_date', 'LOCALDATE', null],
    ['patient', 'dob', 'LOCALDATE', 'date-of-birth'],
    ['employee', 'ssn', 'LONG', 'government-id'],
    ['employee', 'session_number', 'LONG', null],
    ['payment', 'card_number', 'STRING', 'payment-card'],
    ['payment', 'credit_card_expiry', 'STRING', null],
    ['payroll', 'iban', 'STRING', 'bank-account'],
    ['user', 'password_hash', 'STRING', 'credential'],
    ['user', 'password_changed_at', 'INSTANT', null],
    ['usage', 'token_count', 'LONG', null],
    ['integration', 'api_key', 'STRING', 'credential'],
    ['store', 'latitude', 'DOUBLE', null],
    ['visit', 'latitude', 'DOUBLE', 'geo-location'],
    ['patient', 'blood_type', 'STRING', 'health'],
    ['employee', 'gender', 'STRING', 'special-category'],
    ['ticket', 'comments', 'STRING', 'free-text'],
    ['order', 'total', 'BIGDECIMAL', null],
    ['t', '', null, null],
    ['__proto__', 'constructor', null, null],
  ]
  it.each(cases)('%s.%s (%s) is %s', (table, column, type, expected) => {
    expect(classOf(table, column, type)).toBe(expected)
  })

  it('knows a service that has its own word for a person', () => {
    expect(classifyColumn({ connector: 'lever', table: 'opportunity', column: 'name', type: null }).class).toBe(
      'person-name',
    )
    expect(
      classifyColumn({ connector: 'salesforce', table: 'opportunity', column: 'name', type: null }).class,
    ).toBeNull()
  })
})

describe('classifyColumn by values', () => {
  const emails = Array.from({ length: 498 }, (_, index) => `user${index}@example.com`)
  it('counts what matches and says so', () => {
    const found = classifyColumn({ table: 't', column: 'field_7', type: 'STRING', samples: [...emails, 'x', 'y'] })
    expect(found).toMatchObject({ class: 'email', form: 'email' })
    expect(found.evidence).toEqual([{ verdict: 'for', text: 'values match an e-mail address', measure: '498 of 500' }])
    expect(found.confidence).toBeGreaterThan(0.95)
  })

  it('is surer when name and values agree, and trusts the values when they do not', () => {
    const alone = classifyColumn({ table: 't', column: 'f', type: null, samples: emails.slice(0, 5) })
    const both = classifyColumn({ table: 't', column: 'email', type: null, samples: emails.slice(0, 5) })
    expect(both.confidence).toBeGreaterThan(alone.confidence)
    const against = classifyColumn({ table: 'contact', column: 'phone', type: null, samples: emails.slice(0, 5) })
    expect(against.class).toBe('email')
    expect(against.evidence.map(({ verdict }) => verdict)).toEqual(['for', 'neutral'])
  })

  it('keeps a class by name when the values are hashed, and doubts it when they are something else', () => {
    const hashed = ['0', '1', '2'].map((digit) => digit.repeat(40))
    expect(classifyColumn({ table: 'contact', column: 'email', type: null, samples: hashed }).confidence).toBe(0.95)
    const odd = classifyColumn({ table: 'contact', column: 'email', type: null, samples: ['daily', 'weekly', 'never'] })
    expect(odd.evidence).toContainEqual({
      verdict: 'against',
      text: 'values have the form of this class',
      measure: '0 of 3',
    })
    expect(odd.confidence).toBeLessThan(0.8)
  })

  it('decides on one value only where its form leaves nothing to chance, and is unsure then', () => {
    const { class: found, confidence } = classifyColumn({
      table: 't',
      column: 'f',
      type: null,
      samples: emails.slice(0, 1),
    })
    expect([found, confidence]).toEqual(['email', 0.5])
    // Passes the check of a routing number, as one number in ten does.
    expect(classOf('t', 'f', null, ['021000021'])).toBeNull()
  })

  it('does not decide on a few among many', () => {
    expect(
      classOf('t', 'f', null, [
        '4111111111111111',
        ...Array.from({ length: 9 }, (_, index) => `43584034599603${20 + index}`),
      ]),
    ).toBeNull()
  })

  it('finds personal values inside text, and none in plain text', () => {
    const notes = ['call back', 'wrote to ann.lee@example.com.', 'asked for bo@example.org', 'nothing']
    expect(classifyColumn({ table: 'ticket', column: 'f', type: null, samples: notes })).toMatchObject({
      class: 'email',
      form: null,
    })
    expect(
      classOf('ticket', 'f', null, ['call back', 'order 12345678901234', 'order 4358403459960315', 'ok']),
    ).toBeNull()
  })

  it('is not taken in by numbers that pass a check digit by chance', () => {
    const numbers = [
      '4111111111111111',
      '4012888888881881',
      ...Array.from({ length: 20 }, (_, index) => `43584034599603${20 + index}`),
    ]
    expect(classOf('t', 'f', null, numbers)).toBeNull()
  })

  it('takes yes and no for what they are', () => {
    expect(classOf('contact', 'phone', null, ['true', 'false', 'true'])).toBeNull()
  })
})

describe('data classes', () => {
  it('have a label each, and all but free text are sensitive', () => {
    expect(dataClasses.filter((dataClass) => !isSensitive(dataClass))).toEqual(['free-text'])
    for (const dataClass of dataClasses) expect(dataClassLabels[dataClass]).not.toBe('')
  })
})

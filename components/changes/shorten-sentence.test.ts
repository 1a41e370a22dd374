import { describe, expect, it } from 'vitest'
import { shortenSentence } from './shorten-sentence'

describe('shortenSentence', () => {
  it.each([
    ['`public.customer.phone` is gone from the source.', 'public.customer.phone', 'Gone from the source.'],
    ['`public.customer.phone` is here: text, synced.', 'public.customer.phone', 'New: text, synced.'],
    ['Table `public.shipment` is here: 6 columns.', 'public.shipment', 'New table: 6 columns.'],
    ['`crm.contact.email` lands hashed from now on.', 'crm.contact.email', 'Lands hashed from now on.'],
    ['Is here: 6 columns, synced.', 'public.shipment', 'New: 6 columns, synced.'],
    ['Is no longer synced.', 'public.customer', 'No longer synced.'],
    ['Table `public.shipment` is here: 6 columns.', 'public.shipment.recipient', 'New table: 6 columns.'],
  ])('%s for %s is %s', (sentence, path, expected) => {
    expect(shortenSentence(sentence, path)).toBe(expected)
  })

  it('keeps a sentence about another path whole', () => {
    const sentence = '`public.other.phone` is gone from the source.'
    expect(shortenSentence(sentence, 'public.customer.phone')).toBe(sentence)
    expect(shortenSentence('New things are handled another way.', '')).toBe('New things are handled another way.')
  })
})

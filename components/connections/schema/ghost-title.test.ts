import { describe, expect, it } from 'vitest'
import { ghostTitle } from './ghost-title'

const about = {
  id: 'p',
  number: 1,
  schema: 'public',
  table: 'customer',
  column: 'city',
  risk: 'low' as const,
  state: 'in-review',
  dueAt: null,
}

describe('ghostTitle', () => {
  it.each([
    ['Include and hash public.customer.city', 'Include and hash'],
    ['Confirm rename to public.customer.city', 'Confirm rename to public.customer.city'],
    ['Hash 3 objects of public.customer.city', 'Hash 3 objects of public.customer.city'],
    ['Hash public.customer.name', 'Hash public.customer.name'],
  ])('%s beside the column reads %s', (title, shown) => {
    expect(ghostTitle({ ...about, title })).toBe(shown)
  })
})

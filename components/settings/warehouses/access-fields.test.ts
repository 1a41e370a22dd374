import { describe, expect, it } from 'vitest'
import { warehouseAccessSchemas, warehouseDoors } from '@/lib/control-loop/connection/domain/warehouse-access'
import { accessFields, prepareAccess } from './access-fields'

describe('accessFields', () => {
  it.each(warehouseDoors)('asks for exactly what %s takes', (door) => {
    const asked = ['engine', ...accessFields[door].map(({ name }) => name), 'tls']
    expect(asked.toSorted()).toEqual(Object.keys(warehouseAccessSchemas[door].shape).toSorted())
  })
})

describe('prepareAccess', () => {
  it('makes numbers of numbers and leaves texts as they are', () => {
    const values = { host: 'h', port: '5439', database: 'd', user: 'u', password: '' }
    expect(prepareAccess('redshift', values, true)).toEqual({
      engine: 'redshift',
      ...values,
      port: 5439,
      tls: true,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { describeAccess, warehouseAccessSchema } from './warehouse-access'

const wire = { host: 'db.example.org', port: 5432, database: 'landing', user: 'reader', password: 'p', tls: true }
const cluster = { ...wire, engine: 'redshift', host: 'main.abc.eu-west-1.redshift.amazonaws.com', port: 5439 }

describe('warehouseAccessSchema', () => {
  it('opens what was sealed before there were several engines', () => {
    expect(warehouseAccessSchema.parse(wire)).toEqual(wire)
  })

  it('takes each engine’s own fields and no other’s', () => {
    expect(warehouseAccessSchema.parse(cluster)).toEqual(cluster)
    expect(warehouseAccessSchema.safeParse({ ...cluster, role: 'x' }).success).toBe(false)
    expect(warehouseAccessSchema.safeParse({ ...wire, engine: 'oracle' }).success).toBe(false)
  })

  it.each([
    { ...wire, host: 'https://db.example.org' },
    { ...cluster, host: 'db.example.org/../x' },
    { ...cluster, port: 0 },
  ])('refuses %j', (access) => {
    expect(warehouseAccessSchema.safeParse(access).success).toBe(false)
  })
})

describe('describeAccess', () => {
  it('says where and as whom, and no secret', () => {
    const hints = [wire, cluster].map((one) => describeAccess(warehouseAccessSchema.parse(one)))
    expect(hints).toEqual([
      'reader@db.example.org:5432/landing',
      'reader@main.abc.eu-west-1.redshift.amazonaws.com:5439/landing',
    ])
  })
})

import { z } from 'zod'

const name = z.string().trim().min(1).max(200)
const host = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((text) => !/[/@\s?#]/.test(text), 'a name without protocol or path')
const wire = {
  host,
  port: z.number().int().min(1).max(65_535),
  database: name,
  user: name,
  password: z.string().max(500),
  tls: z.boolean(),
}

/** What is asked for each way into a warehouse. Accesses sealed before there were several say no engine: they are of the first. */
export const warehouseAccessSchemas = {
  postgres: z.strictObject({ engine: z.literal('postgres').optional(), ...wire }),
  redshift: z.strictObject({ engine: z.literal('redshift'), ...wire }),
}

/** Access to one warehouse: what is asked for, and what is sealed as one JSON text. Web writes it, the worker reads it. */
export const warehouseAccessSchema = z.discriminatedUnion('engine', [
  warehouseAccessSchemas.postgres,
  warehouseAccessSchemas.redshift,
])
export type WarehouseAccess = z.infer<typeof warehouseAccessSchema>

export const warehouseDoors = ['postgres', 'redshift'] as const
export type WarehouseDoor = (typeof warehouseDoors)[number]

/** An access in one line that may be shown: where and as whom, never a secret. */
export function describeAccess({ user, host, port, database }: WarehouseAccess): string {
  return `${user}@${host}:${port}/${database}`
}

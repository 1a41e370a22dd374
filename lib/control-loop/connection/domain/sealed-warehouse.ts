import { z } from 'zod'

/** What is sealed for a warehouse, as one JSON text. Web writes it, the worker reads it. */
export const sealedWarehouseSchema = z.object({
  host: z.string(),
  port: z.number(),
  database: z.string(),
  user: z.string(),
  password: z.string(),
  tls: z.boolean(),
})

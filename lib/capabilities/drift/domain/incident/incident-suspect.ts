import { z } from 'zod'
import { suspectChangeSchema } from './drift-finding'

/** A suspect as an incident keeps it. Stored as JSON in `incident.suspects`: changing a member needs a migration. */
export const incidentSuspectSchema = z.object({
  kind: suspectChangeSchema.shape.kind,
  fit: z.enum(['column', 'table', 'connection']),
  /** What people call it, such as a run's number. */
  label: z.string(),
  title: z.string(),
  href: z.string(),
  atMs: z.number(),
})
export type IncidentSuspect = z.infer<typeof incidentSuspectSchema>

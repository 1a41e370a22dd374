import { z } from 'zod'
import { evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import { db } from '@/lib/platform/db/client'
import type { ClassFlipGroup, classFlipsSchema } from '../contract'
import { dataClassSchema } from '../domain/data-class'

const rowSchema = z.object({
  connection_id: z.string(),
  schema_name: z.string(),
  service: z.string(),
  schema: z.string(),
  table: z.string(),
  column: z.string(),
  from: dataClassSchema.nullable(),
  to: dataClassSchema.nullable(),
  decided_by: z.string().nullable(),
  evidence: evidenceSchema.array(),
  columns: z.number(),
})

/** Columns of each group that are named. */
const examplesMax = 20

/** What changed rules would flip and nobody has answered, in groups by what would become of what; those a person decided apart from the others. */
export async function listClassFlips(): Promise<z.infer<typeof classFlipsSchema>> {
  const rows = await db.$queryRaw`
    SELECT connection_id::text, schema_name, service, schema, "table", "column", data_class AS "from",
           fresh_class AS "to", decided_by, fresh_evidence AS evidence, columns
    FROM (
      SELECT c.*, n.schema_name, n.service,
             count(*) OVER (PARTITION BY c.data_class, c.fresh_class, c.decided_at IS NOT NULL)::int AS columns,
             row_number() OVER (
               PARTITION BY c.data_class, c.fresh_class, c.decided_at IS NOT NULL
               ORDER BY n.schema_name, c.schema, c."table", c."column", c.connection_id
             ) AS place
      FROM column_class c JOIN connection n ON n.id = c.connection_id
      WHERE c.fresh_evidence IS NOT NULL AND n.removed_at IS NULL
    ) flips
    WHERE place <= ${examplesMax}
    ORDER BY columns DESC, "from", "to", decided_by IS NOT NULL, place`
  const groups = new Map<string, ClassFlipGroup>()
  for (const row of rowSchema.array().parse(rows)) {
    const isDecided = row.decided_by !== null
    const key = JSON.stringify([row.from, row.to, isDecided])
    const group = groups.get(key) ?? { from: row.from, to: row.to, isDecided, columns: row.columns, examples: [] }
    group.examples.push({
      connection: { id: row.connection_id, name: row.schema_name, service: row.service },
      schema: row.schema,
      table: row.table,
      column: row.column,
      decidedBy: row.decided_by,
      evidence: row.evidence,
    })
    groups.set(key, group)
  }
  return { groups: [...groups.values()] }
}

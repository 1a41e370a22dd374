import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { tableStateSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import { type CatalogList, type CatalogListQuery, type CatalogTableRow, catalogListSchema } from '../contract'
import { type DataClass, dataClassSchema } from '../domain/data-class'
import { countCatalogTables } from './count-catalog-tables'

const positionSchema = z.tuple([z.number(), z.number(), z.string(), z.string(), z.string(), z.uuid()])
const countedSchema = z.object({
  connection_id: z.string(),
  schema_name: z.string(),
  schema: z.string(),
  table: z.string(),
  hash: z.string(),
  schema_enabled: z.boolean(),
  plain: z.number(),
  undecided: z.number(),
})
type Counted = z.infer<typeof countedSchema>
/** One statement, so that the tables are counted once for the page, the totals and the classes. */
const answerSchema = z.tuple([
  z.object({ items: z.array(countedSchema), ...catalogListSchema.pick({ counts: true, classes: true }).shape }),
])

/** One page of the tables of all watched connections, worst first, with the counts of all. */
export async function listCatalogTables(query: CatalogListQuery): Promise<CatalogList> {
  const answer = await db.$queryRaw`${countCatalogTables(query.connection)}
    SELECT
      (SELECT coalesce(json_agg(shown), '[]') FROM (
        SELECT connection_id, schema_name, schema, "table", hash, schema_enabled, plain, undecided
        FROM counted WHERE ${Prisma.join(conditionsOf(query), ' AND ')}
        ORDER BY -plain, -undecided, schema_name, schema, "table", connection_id LIMIT ${query.limit + 1}
      ) shown) AS items,
      (SELECT row_to_json(totals) FROM (
        SELECT count(*) AS tables,
               count(*) FILTER (WHERE plain > 0) AS "plainTables", coalesce(sum(plain), 0) AS "plainColumns",
               count(*) FILTER (WHERE undecided > 0) AS "undecidedTables",
               coalesce(sum(undecided), 0) AS "undecidedColumns"
        FROM counted
      ) totals) AS counts,
      (SELECT coalesce(json_agg(found), '[]') FROM (
        SELECT data_class AS class, count(*) AS columns FROM classed
        WHERE data_class IS NOT NULL GROUP BY data_class ORDER BY count(*) DESC, data_class
      ) found) AS classes`
  const [{ items, counts, classes }] = answerSchema.parse(answer)
  const page = cutPage(items, query.limit, (row) => [
    -row.plain,
    -row.undecided,
    row.schema_name,
    row.schema,
    row.table,
    row.connection_id,
  ])
  return {
    items: await describe(page.items),
    nextCursor: page.nextCursor,
    counts,
    classes,
  }
}

function conditionsOf(query: CatalogListQuery): Prisma.Sql[] {
  const conditions = [Prisma.sql`true`]
  if (query.class) conditions.push(Prisma.sql`${query.class} = ANY (classes)`)
  if (query.plain) conditions.push(Prisma.sql`plain > 0`)
  if (query.undecided) conditions.push(Prisma.sql`undecided > 0`)
  // Each part of a path may be another field's: `public.customer` is a schema and a table.
  for (const word of query.q
    ?.trim()
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean) ?? []) {
    conditions.push(Prisma.sql`strpos(lower(schema_name || ' ' || schema || ' ' || "table"), ${word}) > 0`)
  }
  const position = decodeCursor(positionSchema, query.cursor)
  if (position) {
    const [plain, undecided, connection, schema, table, id] = position
    conditions.push(Prisma.sql`(-plain, -undecided, schema_name, schema, "table", connection_id)
      > (${plain}::int, ${undecided}::int, ${connection}, ${schema}, ${table}, ${id}::uuid)`)
  }
  return conditions
}

/** What only the page's own rows need: their columns and the classes of each. */
async function describe(rows: readonly Counted[]): Promise<CatalogTableRow[]> {
  if (rows.length === 0) return []
  const [connections, bodies, classed] = await Promise.all([
    db.connection.findMany({ where: { id: { in: [...new Set(rows.map((row) => row.connection_id))] } } }),
    db.tableBody.findMany({ where: { hash: { in: [...new Set(rows.map((row) => row.hash))] } } }),
    db.columnClass.findMany({
      where: {
        dataClass: { not: null },
        OR: rows.map(({ connection_id, schema, table }) => ({ connectionId: connection_id, schema, table })),
      },
    }),
  ])
  const services = new Map(connections.map(({ id, service }) => [id, service]))
  const states = new Map(bodies.map(({ hash, body }) => [hash, tableStateSchema.parse(body)]))
  const byTable = new Map<string, { column: string; dataClass: string | null }[]>()
  for (const { connectionId, schema, table, column, dataClass } of classed) {
    const key = JSON.stringify([connectionId, schema, table])
    byTable.set(key, [...(byTable.get(key) ?? []), { column, dataClass }])
  }
  return rows.map((row) => {
    const state = states.get(row.hash)
    if (!state) throw new Error(`A snapshot names a table body that is not stored: ${row.hash}`)
    const own = byTable.get(JSON.stringify([row.connection_id, row.schema, row.table])) ?? []
    const present = own.filter(({ column }) => Object.hasOwn(state.columns, column))
    return {
      connection: { id: row.connection_id, name: row.schema_name, service: services.get(row.connection_id) ?? '' },
      schema: row.schema,
      table: row.table,
      isSynced: row.schema_enabled && state.enabled,
      columns: Object.keys(state.columns).filter((column) => !isSystemColumn(column)).length,
      classes: countClasses(present.map(({ dataClass }) => dataClassSchema.parse(dataClass))),
      plain: row.plain,
      undecided: row.undecided,
    }
  })
}

function countClasses(found: readonly DataClass[]): { class: DataClass; columns: number }[] {
  const counts = new Map<DataClass, number>()
  for (const dataClass of found) counts.set(dataClass, (counts.get(dataClass) ?? 0) + 1)
  return [...counts]
    .map(([dataClass, columns]) => ({ class: dataClass, columns }))
    .sort((one, other) => other.columns - one.columns || one.class.localeCompare(other.class))
}

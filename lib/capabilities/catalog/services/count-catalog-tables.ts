import { Prisma } from '@/generated/prisma/client'
import { ownServices } from '@/lib/control-loop/connection/domain/own-services'

/**
 * The head of a statement over the catalog, one pass over what is stored: `classed` has a row for every column of the latest snapshots with a class or
 * a flip, `counted` one for every table. A column is in plain text when it is sensitive, lands in the destination and is not hashed.
 */
export function countCatalogTables(connectionId: string | undefined): Prisma.Sql {
  const oneConnection = connectionId === undefined ? Prisma.empty : Prisma.sql`AND n.id = ${connectionId}::uuid`
  return Prisma.sql`
    WITH latest AS (
      SELECT n.id AS connection_id, n.schema_name, t.schema, t."table", t.hash,
             coalesce((s.header #>> ARRAY['schemas', t.schema, 'enabled'])::boolean, false) AS schema_enabled
      FROM connection n
      JOIN snapshot s ON s.id = n.latest_snapshot_id
      JOIN snapshot_table t ON t.snapshot_id = s.id
      WHERE n.removed_at IS NULL AND n.service <> ALL (${[...ownServices]}) ${oneConnection}
    ),
    -- Each table's body is opened once, however many of its columns have a class.
    states AS (
      SELECT l.connection_id, l.schema, l."table", f.name, f.state,
             l.schema_enabled AND (b.body ->> 'enabled')::boolean AS is_synced
      FROM latest l
      JOIN (
        SELECT DISTINCT connection_id, schema, "table" FROM column_class
        WHERE data_class IS NOT NULL OR fresh_evidence IS NOT NULL
      ) named USING (connection_id, schema, "table")
      JOIN table_body b ON b.hash = l.hash
      CROSS JOIN LATERAL jsonb_each(b.body -> 'columns') f (name, state)
    ),
    classed AS (
      SELECT c.connection_id, c.schema, c."table", c.data_class,
             c.sensitive AND s.is_synced AND (s.state ->> 'enabled')::boolean AND NOT (s.state ->> 'hashed')::boolean
               AND (s.state ->> 'inSource') IS DISTINCT FROM 'false' AS is_plain,
             c.fresh_evidence IS NOT NULL OR c.decided_at IS NULL AS is_undecided
      FROM column_class c
      JOIN states s ON s.connection_id = c.connection_id AND s.schema = c.schema AND s."table" = c."table"
        AND s.name = c."column"
      WHERE c.data_class IS NOT NULL OR c.fresh_evidence IS NOT NULL
    ),
    sums AS (
      SELECT connection_id, schema, "table", array_agg(DISTINCT data_class) AS classes,
             count(*) FILTER (WHERE is_plain)::int AS plain, count(*) FILTER (WHERE is_undecided)::int AS undecided
      FROM classed GROUP BY connection_id, schema, "table"
    ),
    counted AS (
      SELECT l.connection_id, l.schema_name, l.schema, l."table", l.hash, l.schema_enabled,
             coalesce(u.classes, '{}') AS classes, coalesce(u.plain, 0) AS plain, coalesce(u.undecided, 0) AS undecided
      FROM latest l LEFT JOIN sums u USING (connection_id, schema, "table")
    )`
}

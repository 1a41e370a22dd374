import type { Catalogue } from '../remote/statement-engine'

const COLUMNS = `FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`

/** No arrays as parameters there: one for each schema. */
const marks = (schemas: readonly string[]) => schemas.map((_, position) => `$${position + 1}`).join(', ')

/** The catalogue Redshift kept of PostgreSQL 8: local tables, with types spelled with their length, and the right to read a whole table. */
export const redshiftCatalogue: Catalogue = {
  columns: (schemas) =>
    schemas.length === 0
      ? []
      : [
          {
            sql: `SELECT n.nspname AS "schema", c.relname AS "table", a.attname AS "column",
  format_type(a.atttypid, a.atttypmod) AS "typeSpelling", NOT a.attnotnull AS "nullable"
${COLUMNS} AND n.nspname IN (${marks(schemas)}) ORDER BY 1, 2, 3`,
            parameters: schemas,
          },
        ],
  tableColumns: ({ schema, table }) => ({
    sql: `SELECT a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS "typeSpelling",
  has_table_privilege(c.oid, 'SELECT') AS "isReadable"
${COLUMNS} AND n.nspname = $1 AND c.relname = $2 ORDER BY a.attnum`,
    parameters: [schema, table],
  }),
  tables: (schemas) =>
    schemas.length === 0
      ? []
      : [
          {
            sql: `SELECT n.nspname AS "schema", c.relname AS "table", CASE WHEN c.reltuples > 0 THEN c.reltuples END AS "rowEstimate"
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname IN (${marks(schemas)}) ORDER BY 1, 2`,
            parameters: schemas,
          },
        ],
}

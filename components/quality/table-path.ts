/** The segments that name a table among all; a connection with one schema of its own name says it once. */
export function tablePath(table: { connection: { name: string }; schema: string; table: string }): string[] {
  const { connection, schema } = table
  return connection.name === schema ? [schema, table.table] : [connection.name, schema, table.table]
}

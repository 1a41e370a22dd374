import type { SchemaState, SchemaTree, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** A tree being edited: copies what is touched, shares the rest with the base, and never changes the base. */
export class TreeDraft {
  private header: Pick<SchemaTree, 'changeHandling' | 'typeLocked'>
  private readonly schemas = new Map<string, { head: Omit<SchemaState, 'tables'>; tables: Map<string, TableState> }>()

  constructor(base: SchemaTree) {
    this.header = { changeHandling: base.changeHandling, typeLocked: base.typeLocked }
    for (const [name, schema] of Object.entries(base.schemas)) this.setSchema(name, schema)
  }

  setHeader(header: Partial<Pick<SchemaTree, 'changeHandling' | 'typeLocked'>>): void {
    this.header = { ...this.header, ...header }
  }

  setSchema(name: string, { tables, ...head }: SchemaState): void {
    this.schemas.set(name, { head, tables: new Map(Object.entries(tables)) })
  }

  removeSchema(name: string): void {
    this.schemas.delete(name)
  }

  /** Does nothing when the schema is not there. */
  editSchema(name: string, edit: (head: Omit<SchemaState, 'tables'>) => Omit<SchemaState, 'tables'>): void {
    const schema = this.schemas.get(name)
    if (schema !== undefined) schema.head = edit(schema.head)
  }

  /** undefined removes the table. Does nothing when the schema is not there. */
  setTable(schema: string, table: string, state: TableState | undefined): void {
    if (state === undefined) this.schemas.get(schema)?.tables.delete(table)
    else this.schemas.get(schema)?.tables.set(table, state)
  }

  /** Does nothing when the table is not there. */
  editTable(schema: string, table: string, edit: (state: TableState) => TableState): void {
    const state = this.schemas.get(schema)?.tables.get(table)
    if (state !== undefined) this.setTable(schema, table, edit(state))
  }

  finish(): SchemaTree {
    const schemas = [...this.schemas].map(([name, { head, tables }]): [string, SchemaState] => [
      name,
      { ...head, tables: Object.fromEntries(tables) },
    ])
    return { ...this.header, schemas: Object.fromEntries(schemas) }
  }
}

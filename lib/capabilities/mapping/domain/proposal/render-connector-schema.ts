import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { keyColumns } from './key-columns'
import type { MappingProposal } from './mapping-proposal'

/** The names the connector kit gives the logical types. A time without a date has none: it is text there. */
const kitTypes: Record<LogicalType, string> = {
  BOOLEAN: 'BOOLEAN',
  SHORT: 'SHORT',
  INT: 'INT',
  LONG: 'LONG',
  BIGDECIMAL: 'DECIMAL',
  FLOAT: 'FLOAT',
  DOUBLE: 'DOUBLE',
  LOCALDATE: 'NAIVE_DATE',
  LOCALDATETIME: 'NAIVE_DATETIME',
  INSTANT: 'UTC_DATETIME',
  LOCALTIME: 'STRING',
  STRING: 'STRING',
  JSON: 'JSON',
  XML: 'XML',
  BINARY: 'BINARY',
}

/** The proposal as the `schema()` of a Python connector. Columns that are left out are not declared; names are already those of the destination. */
export function renderConnectorSchema(proposal: MappingProposal): string {
  const tables = proposal.tables
    .filter(({ enabled }) => enabled)
    .map((table) => {
      const key = keyColumns(table, proposal)
      const added = key
        .filter(({ isAdded }) => isAdded)
        .map(({ name, type }): [string, string] => [name, kitType(type)])
      const columns = table.columns
        .filter(({ enabled }) => enabled)
        .map(({ name, type }): [string, string] => [name, kitType(type)])
      const lines = [...new Map([...added, ...columns])].map(
        ([name, type]) => `                ${quote(name)}: ${type},`,
      )
      const keyLine =
        key.length === 0 ? '' : `\n            "primary_key": [${key.map(({ name }) => quote(name)).join(', ')}],`
      return `        {\n            "table": ${quote(table.name)},${keyLine}\n            "columns": {\n${lines.join('\n')}\n            },\n        },`
    })
  return `def schema(configuration: dict):\n    return [\n${tables.join('\n')}\n    ]\n`
}

function kitType(type: string): string {
  const name = Object.hasOwn(kitTypes, type) ? kitTypes[type as LogicalType] : 'STRING'
  return name === 'DECIMAL' ? '{"type": "DECIMAL", "precision": 38, "scale": 10}' : quote(name)
}

/** A JSON text is a Python text too. */
function quote(text: string): string {
  return JSON.stringify(text)
}

/** The proposal as the `schema` of a cloud function's answer: keys only, because types are always inferred there. */
export function renderFunctionSchema(proposal: MappingProposal): unknown {
  return {
    schema: Object.fromEntries(
      proposal.tables
        .filter(({ enabled }) => enabled)
        .map((table) => [table.name, { primary_key: keyColumns(table, proposal).map(({ name }) => name) }]),
    ),
  }
}

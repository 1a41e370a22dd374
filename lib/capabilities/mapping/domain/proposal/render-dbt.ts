import { keyColumns } from './key-columns'
import type { MappingProposal, TableMapping } from './mapping-proposal'

export interface RenderedFile {
  path: string
  text: string
}

/** dbt sources with tests of keys, and one staging model a table that gives columns their standard names and leaves marked rows out. */
export function renderDbt(proposal: MappingProposal): RenderedFile[] {
  const tables = proposal.tables.filter(({ enabled }) => enabled)
  const folder = `models/staging/${proposal.schema}`
  return [
    { path: `${folder}/_${proposal.schema}__sources.yml`, text: renderSources(proposal, tables) },
    ...tables.map((table) => ({
      path: `${folder}/stg_${proposal.schema}__${table.name}.sql`,
      text: renderModel(proposal, table),
    })),
  ]
}

function renderSources(proposal: MappingProposal, tables: readonly TableMapping[]): string {
  const lines = [
    'version: 2',
    '',
    'sources:',
    `  - name: ${yaml(proposal.schema)}`,
    `    schema: ${yaml(proposal.schema)}`,
    '    loaded_at_field: _fivetran_synced',
    '    tables:',
  ]
  for (const table of tables) {
    const key = keyColumns(table, proposal).map(({ name }) => name)
    lines.push(`      - name: ${yaml(table.name)}`)
    if (key.length > 1)
      lines.push(
        '        tests:',
        '          - dbt_utils.unique_combination_of_columns:',
        `              combination_of_columns: [${key.map(yaml).join(', ')}]`,
      )
    lines.push('        columns:')
    for (const column of table.columns.filter(({ enabled }) => enabled)) {
      lines.push(`          - name: ${yaml(column.name)}`)
      if (column.description !== null) lines.push(`            description: ${yaml(column.description)}`)
      if (column.class !== null) lines.push(`            meta: {data_class: ${yaml(column.class)}}`)
      const isKey = key.includes(column.name)
      const tests = isKey && key.length === 1 ? 'unique, not_null' : isKey || !column.nullable ? 'not_null' : ''
      if (tests !== '') lines.push(`            tests: [${tests}]`)
    }
  }
  return `${lines.join('\n')}\n`
}

function renderModel(proposal: MappingProposal, table: TableMapping): string {
  const taken = new Set<string>()
  const columns = table.columns
    .filter(({ enabled }) => enabled)
    .map(({ name, standardName }) => {
      // Two columns never get one name: the second keeps its own.
      const wanted = taken.has(standardName) ? name : standardName
      taken.add(wanted)
      return wanted === name ? `        ${identifier(name)}` : `        ${identifier(name)} as ${identifier(wanted)}`
    })
  const filter =
    table.syncMode === 'soft-delete'
      ? '\n    where not coalesce(_fivetran_deleted, false)'
      : table.syncMode === 'history'
        ? '\n    where _fivetran_active'
        : ''
  return `with source as (

    select * from {{ source('${proposal.schema}', '${table.name}') }}

),

renamed as (

    select
${[...columns, '        _fivetran_synced'].join(',\n')}
    from source${filter}

)

select * from renamed
`
}

const identifier = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)
const yaml = (text: string) =>
  /^[a-z_][a-z0-9_]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text) ? text : JSON.stringify(text)

import type { SourceColumn, SourceTable } from '@/sandbox/source/source-model'
import type { Scenario, ScenarioConnection } from './scenario-schema'

export interface Scale {
  tables: number
  columns: number
  connections: number
  rows: number
}

const BORN = '2025-01-01T00:00:00Z'
const GROUP = 'scale_group'

/** Tables share the columns of a few shapes: a million columns cost no more memory than a few thousand. */
const SHAPES = 16

/**
 * Takes a size; gives an account of that size. Rows follow from the generators and are made when a sync delivers them. Connections
 * are taken to have synced long ago and run by hand only, so that starting one costs nothing.
 */
export function scaledScenario({ tables, columns, connections, rows }: Scale): Scenario {
  const shapes = Array.from({ length: Math.min(SHAPES, tables) }, (_, shape) => makeColumns(shape, columns))
  const sources = Array.from({ length: connections }, (): SourceTable[] => [])
  for (let index = 0; index < tables; index += 1) {
    sources[index % connections]?.push(makeTable(index, shapes[index % shapes.length] ?? [], rows))
  }
  return {
    name: 'scaled',
    seed: 1,
    platform_connectors: false,
    account: { id: 'scaled_account', name: 'Scaled account' },
    users: [],
    teams: [],
    groups: [
      {
        id: GROUP,
        name: GROUP,
        created_at: BORN,
        destination: {
          service: 'postgres_warehouse',
          region: 'GCP_US_EAST4',
          time_zone_offset: '0',
          setup_status: 'connected',
          config: { host: 'warehouse.example.com' },
        },
      },
    ],
    connections: sources.map((source, index) => makeConnection(index, source)),
    timeline: [],
  }
}

function makeConnection(index: number, tables: SourceTable[]): ScenarioConnection {
  const number = String(index + 1).padStart(4, '0')
  return {
    id: `scaled_${number}`,
    group_id: GROUP,
    service: 'postgres',
    service_version: 1,
    schema: `scaled_${number}`,
    connected_by: null,
    created_at: BORN,
    paused: false,
    sync_frequency: 1440,
    schedule_type: 'manual',
    config: { schema_prefix: `scaled_${number}` },
    setup_state: 'connected',
    tasks: [],
    warnings: [],
    exposes_primary_keys: true,
    initial_sync: false,
    captured: true,
    source: [{ name: 'public', tables }],
  }
}

function makeTable(index: number, columns: SourceColumn[], rows: number): SourceTable {
  return {
    name: `table_${String(index + 1).padStart(5, '0')}`,
    key: `scaled.${index}`,
    rows,
    growth: 0,
    revision: 0,
    primaryKey: ['id'],
    readOnly: false,
    supportsColumnsConfig: true,
    syncModes: [],
    frozen: false,
    columns,
  }
}

const KINDS: readonly Pick<SourceColumn, 'type' | 'generator'>[] = [
  { type: 'STRING', generator: { kind: 'company' } },
  { type: 'INT', generator: { kind: 'int_range', min: 0, max: 1000 } },
  { type: 'INSTANT', generator: { kind: 'timestamp', from: '2024-01-01', to: '2025-01-01' } },
  { type: 'BIGDECIMAL', generator: { kind: 'amount', min: 0, max: 1000, scale: 2 } },
  { type: 'BOOLEAN', generator: { kind: 'bool', share: 0.5 } },
]

function makeColumns(shape: number, count: number): SourceColumn[] {
  const id = makeColumn(shape, 'id', { type: 'LONG', generator: { kind: 'id', start: 1 } })
  const rest = Array.from({ length: count - 1 }, (_, index) => {
    const kind = KINDS[(index + shape) % KINDS.length] ?? { type: 'STRING', generator: { kind: 'city' } }
    return makeColumn(shape, `column_${String(index + 1).padStart(3, '0')}`, kind)
  })
  return [id, ...rest]
}

function makeColumn(shape: number, name: string, kind: Pick<SourceColumn, 'type' | 'generator'>): SourceColumn {
  return { name, length: null, nullShare: 0, mutable: name !== 'id', key: `scaled.${shape}.${name}`, ...kind }
}

import type { Scenario } from '@/sandbox/scenarios/scenario-schema'
import { readCsvFolder } from './read-csv-folder'

const CONNECTION = 'csv_folder'

/** Takes a scenario and a folder; gives the scenario with one more connection, whose source is the CSV files of that folder. */
export async function withCsvFolder(scenario: Scenario, folder: string): Promise<Scenario> {
  const tables = await readCsvFolder(folder)
  const [group] = scenario.groups
  if (!group) throw new Error('A connection needs a group, and the scenario has none.')
  return {
    ...scenario,
    connections: [
      ...scenario.connections,
      {
        id: CONNECTION,
        group_id: group.id,
        service: 'postgres',
        service_version: 1,
        schema: 'csv',
        connected_by: null,
        created_at: group.created_at,
        paused: false,
        sync_frequency: 360,
        schedule_type: 'auto',
        config: { schema_prefix: 'csv', host: 'files.example.com', database: 'csv' },
        setup_state: 'connected',
        tasks: [],
        warnings: [],
        exposes_primary_keys: true,
        initial_sync: true,
        captured: false,
        source: [{ name: 'public', tables }],
      },
    ],
  }
}

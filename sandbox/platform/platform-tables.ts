import type { World } from '@/sandbox/state/world'
import { accountTables } from './account-tables'
import { logTable } from './log-table'
import { metadataTables } from './metadata-tables'
import type { PlatformTable } from './platform-table'

/** Takes the world and the group whose Platform Connector runs; gives its tables with everything they hold about that group. */
export function platformTables(world: World, groupId: string): PlatformTable[] {
  return [...accountTables(world, groupId), ...metadataTables(world, groupId), logTable(world, groupId)]
}

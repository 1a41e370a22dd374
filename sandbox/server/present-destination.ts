import { maskSecrets } from '@/sandbox/state/append-log'
import type { Destination, JsonObject } from '@/sandbox/state/world'

/** Takes a group's destination and where the warehouse is (null: memory); gives it as the service answers it, secrets masked. */
export function presentDestination(groupId: string, destination: Destination, warehouseUrl: string | null) {
  const config: JsonObject = { ...destination.config, ...warehouseConfig(warehouseUrl) }
  return {
    id: groupId,
    group_id: groupId,
    service: destination.service,
    region: destination.region,
    time_zone_offset: destination.time_zone_offset,
    setup_status: destination.setup_status,
    daylight_saving_time_enabled: destination.daylightSavingTimeEnabled,
    networking_method: destination.networkingMethod,
    config: maskSecrets(config),
  }
}

/** Where there is a real warehouse, the destination says where it is. */
function warehouseConfig(warehouseUrl: string | null): JsonObject {
  if (warehouseUrl === null) return {}
  const url = new URL(warehouseUrl)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: '******',
  }
}

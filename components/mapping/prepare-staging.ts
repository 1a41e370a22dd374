import {
  type Mapping,
  type StageMappingRequest,
  type StagingPlaces,
  stagedSettingsMax,
} from '@/lib/capabilities/mapping/contract'
import { findLandingFaults } from '@/lib/capabilities/mapping/domain/staging/find-landing-faults'
import { presetsOfMapping } from '@/lib/capabilities/mapping/domain/staging/presets-of-mapping'
import { findCreateFault } from '@/lib/control-loop/proposal/domain/check-planned'
import { type ConnectorType, findConnectorType, takesPresets } from '@/lib/control-loop/proposal/domain/connector-types'
import type { ChangeHandling } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** What the fields of the sheet hold. */
export interface StagingFields {
  destinationId: string | null
  service: string
  name: string
  part: string
  sourceSchema: string
  changeHandling: ChangeHandling
  host: string
  port: string
  database: string
  rationale: string
}

export interface PreparedStaging {
  type: ConnectorType | null
  /** How many settings are sent before the source is read; 0 where the type takes none. */
  settings: number
  /** What would meet in the destination. */
  faults: string[]
  /** What is still missing, as a sentence; null when it can be staged. */
  obstacle: string | null
  request: StageMappingRequest | null
}

/** Words for the name by how a connection is named. */
export const nameLabels: Record<ConnectorType['format'], { name: string; part: string | null }> = {
  prefix: { name: 'Prefix of the destination schemas', part: null },
  schema: { name: 'Destination schema', part: null },
  'schema-and-table': { name: 'Destination schema', part: 'Destination table' },
  'schema-and-group': { name: 'Destination schema', part: 'Group of tables' },
}

/** Takes the sheet's fields, the mapping and what lands where; gives what would be sent, or why nothing is. The server decides again. */
export function prepareStaging(
  fields: StagingFields,
  source: { name: string; mapping: Mapping },
  { destinations }: StagingPlaces,
): PreparedStaging {
  const type = findConnectorType(fields.service.trim())
  const place = destinations.find(({ id }) => id === fields.destinationId) ?? null
  const { tables } = source.mapping
  const connection = {
    service: type?.id ?? fields.service,
    name: fields.name.trim(),
    part: type && nameLabels[type.format].part !== null ? fields.part.trim() : null,
    address: type?.hasAddress ? addressOf(fields) : null,
  }
  const sourceSchema = fields.sourceSchema.trim()
  const { changeHandling } = fields
  const settings =
    type && takesPresets(type) ? presetsOfMapping(tables, { schema: sourceSchema, changeHandling }).length : 0
  const faults =
    type && place && connection.name !== ''
      ? findLandingFaults(tables, { format: type.format, ...connection, sourceSchema }, place.connections)
      : []
  const missing = () => {
    if (!place) return 'Choose a destination.'
    if (!type) return fields.service.trim() === '' ? 'Choose a connector type.' : 'Choose a connector type of the list.'
    if (connection.name === '') return 'Give it a name.'
    const fault = findCreateFault({ groupId: place.id, destination: place.name, ...connection })
    if (fault) return fault.replaceAll('`', '')
    if (takesPresets(type) && sourceSchema === '') return 'Name the schema at the source.'
    if (settings > stagedSettingsMax) return `${settings} settings are more than one review holds. Leave tables out.`
    if (faults.length > 0) return 'Names meet in the destination.'
    return fields.rationale.trim() === '' ? 'Say why.' : null
  }
  const obstacle = missing()
  const isReady = obstacle === null && type !== null && place !== null
  return {
    type,
    settings,
    faults,
    obstacle,
    request: isReady
      ? {
          mapping: source.mapping,
          sourceName: source.name,
          destinationId: place.id,
          ...connection,
          sourceSchema: sourceSchema || 'none',
          changeHandling,
          rationale: fields.rationale.trim(),
        }
      : null,
  }
}

/** Where the source is, when any of it was given; what is left out makes the whole refused, in words. */
function addressOf({ host, port, database }: StagingFields): StageMappingRequest['address'] {
  if (host.trim() === '' && database.trim() === '') return null
  return { host: host.trim(), port: Number(port), database: database.trim() }
}

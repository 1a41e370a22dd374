import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { type DataClass, dataClassSchema, isSensitive } from '@/lib/capabilities/catalog/domain/data-class'
import type { Preset } from '@/lib/control-loop/proposal/domain/action'
import { findConnectorType, takesPresets } from '@/lib/control-loop/proposal/domain/connector-types'
import type { Evidence } from '@/lib/control-loop/proposal/domain/evidence'
import { draftConnection } from '@/lib/control-loop/proposal/services/draft-connection'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { InvalidInputError, NotFoundError } from '@/lib/platform/http/app-error'
import { type Mapping, type StageMappingRequest, stagedSettingsMax } from '../contract'
import { findLandingFaults } from '../domain/staging/find-landing-faults'
import { presetsOfMapping } from '../domain/staging/presets-of-mapping'
import { readStagingPlaces } from './read-staging-places'

/**
 * Stages a mapping for review: a proposal to create a paused connection in a destination, with the mapping's settings where the service takes them
 * before it has read the source. Refuses an unknown type, a name that is taken and names that would meet in the destination.
 */
export async function stageMapping(
  ctx: ServiceContext,
  request: StageMappingRequest,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx.actor, 'proposals.write')
  const type = findConnectorType(request.service)
  if (!type) {
    throw new InvalidInputError(`Headgate knows no connector type ${request.service}.`, [
      { path: 'service', message: 'Choose one of the list.' },
    ])
  }
  const { destinations } = await readStagingPlaces(ctx)
  const place = destinations.find(({ id }) => id === request.destinationId)
  if (!place) throw new NotFoundError('There is no such destination, or it is not connected.')
  const landing = { format: type.format, ...pick(request) }
  const [fault, ...others] = findLandingFaults(request.mapping.tables, landing, place.connections)
  if (fault) {
    throw new InvalidInputError(
      fault,
      [fault, ...others].map((message) => ({ path: 'name', message })),
    )
  }
  const presets = takesPresets(type)
    ? presetsOfMapping(request.mapping.tables, { schema: request.sourceSchema, changeHandling: request.changeHandling })
    : []
  if (presets.length > stagedSettingsMax) {
    throw new InvalidInputError(
      `${presets.length} settings are more than the ${stagedSettingsMax} a person can review at once. Leave tables out, or stage them in parts.`,
    )
  }
  const classes = classify(request.mapping, request.sourceSchema)
  return draftConnection(ctx, {
    destinationId: place.id,
    connection: { service: type.id, name: request.name, part: request.part, address: request.address },
    presets,
    rationale: request.rationale,
    evidence: evidenceOf(request, presets, classes),
    classes,
  })
}

function pick({ name, part, sourceSchema }: StageMappingRequest) {
  return { name, part, sourceSchema }
}

type Classes = Map<string, { dataClass: string; sensitive: boolean }>

/**
 * What the recognisers say of each column by its name and table, and what the mapping says it was seen to hold. The mapping comes back from a
 * browser: what it says may raise the risk, never lower it.
 */
function classify({ tables }: Mapping, schema: string): Classes {
  const classes: Classes = new Map()
  for (const table of tables) {
    for (const column of table.columns) {
      const said = dataClassSchema.safeParse(column.class)
      const found = classifyColumn({ table: table.source, column: column.source, type: column.type }).class
      const all = [said.success ? said.data : null, found].filter((one): one is DataClass => one !== null)
      const leading = all.find(isSensitive) ?? all[0]
      if (leading === undefined) continue
      classes.set(formatPath({ schema, table: table.source, column: column.source }), {
        dataClass: leading,
        sensitive: isSensitive(leading),
      })
    }
  }
  return classes
}

function evidenceOf(request: StageMappingRequest, presets: readonly Preset[], classes: Classes): Evidence[] {
  const columns = presets.filter((preset) => preset.kind === 'preset-column')
  const isPersonal = ({ schema, table, column }: (typeof columns)[number]) =>
    classes.get(formatPath({ schema, table, column }))?.sensitive === true
  const personal = columns.filter(isPersonal)
  const plain = personal.filter(({ enabled, hashed }) => enabled && !hashed)
  const { tables } = request.mapping
  const entries: Evidence[] = [
    {
      verdict: 'neutral',
      text: `Mapped from ${request.sourceName}: tables that sync`,
      measure: `${tables.filter(({ enabled }) => enabled).length} of ${tables.length}`,
    },
  ]
  if (presets.length === 0) {
    entries.push({
      verdict: 'against',
      text: 'Fivetran takes no settings of this type before it has read the source: hashing and exclusions are proposed then',
      measure: null,
    })
  }
  if (personal.length > 0) {
    entries.push({
      verdict: plain.length === 0 ? 'for' : 'against',
      text:
        plain.length === 0
          ? 'Columns that look personal are hashed or left out before the first row'
          : 'Columns that look personal would land in plain text',
      measure: `${plain.length === 0 ? personal.length : plain.length} of ${personal.length}`,
    })
  }
  return entries
}

import { type Action, type CreateConnection, findCreate, isPreset } from './action'
import type { CheckedAction } from './check-feasibility'
import { connectionNamePattern, findConnectorType, takesPresets } from './connector-types'

const hostPattern = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/
const databasePattern = /^[A-Za-z0-9_$.-]{1,128}$/

/** Why a connection cannot be created so; null when it can. Free text that could hold a credential (an `@` in a host) is refused by its form. */
export function findCreateFault(create: Omit<CreateConnection, 'kind' | 'paused'>): string | null {
  const { service, name, part, address } = create
  const type = findConnectorType(service)
  if (!type) return `Headgate does not know how a connection of type \`${service}\` is named.`
  if (!connectionNamePattern.test(name) || name.length > 63)
    return nameFault(type.format === 'prefix' ? 'prefix' : 'schema')
  const hasPart = type.format === 'schema-and-table' || type.format === 'schema-and-group'
  if (hasPart !== (part !== null)) {
    return hasPart
      ? `A connection of type \`${service}\` also names its table.`
      : `A connection of type \`${service}\` names no table.`
  }
  if (part !== null && (!connectionNamePattern.test(part) || part.length > 63)) return nameFault('table')
  if (address === null) return null
  if (!type.hasAddress) return `A connection of type \`${service}\` has no host.`
  if (!hostPattern.test(address.host)) return 'The host is a name or an address alone, without user, port or path.'
  if (!Number.isInteger(address.port) || address.port < 1 || address.port > 65_535)
    return 'The port is a number from 1 to 65535.'
  return databasePattern.test(address.database) ? null : 'The database is a name alone.'
}

function nameFault(what: string): string {
  return `A ${what} is written in lower-case letters, digits and underscores, begins with none of the digits, and has at most 63 of them.`
}

/** Checks one action of a proposal that creates a connection: nothing can be read of it yet, so everything is judged by its type. */
export function checkPlanned(action: Action, actions: readonly Action[]): CheckedAction {
  const refuse = (reason: string): CheckedAction => ({ action, applyPath: 'not-possible', feasible: false, reason })
  const accept = (reason: string): CheckedAction => ({ action, applyPath: 'fivetran-api', feasible: true, reason })
  const create = findCreate(actions)
  if (!create) return refuse('The connection does not exist in Fivetran yet.')
  if (action.kind === 'create-connection') {
    const fault = action === create ? findCreateFault(create) : 'One proposal creates one connection.'
    return fault === null
      ? accept('It is created paused and without credentials; a person completes its set-up in Fivetran.')
      : refuse(fault)
  }
  if (!isPreset(action)) return refuse('The connection does not exist in Fivetran yet.')
  const type = findConnectorType(create.service)
  return type && takesPresets(type)
    ? accept('Fivetran takes settings before it has read the source, and applies what it can when it first does.')
    : refuse(`Fivetran takes no settings of a connection of type \`${create.service}\` before it has read its source.`)
}

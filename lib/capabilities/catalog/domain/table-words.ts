import { personRoles } from './name-rules'

/** Roles that as a table's name more often mean something else: `parent` a record above, `agent` a program, `child` a row below. */
const ambiguousTables = new Set(['child', 'parent', 'agent', 'tenant', 'client', 'owner', 'holder', 'manager'])

/** Tables that hold one person a row, by the last word of their name. */
export const peopleTables: ReadonlySet<string> = new Set([
  ...[...personRoles].filter((role) => !ambiguousTables.has(role)),
  ...['profile', 'individual', 'resume', 'cv', 'player', 'investor', 'personnel', 'consumer', 'human'],
])

/** Where a service's own word for a person's row is an everyday word elsewhere. */
export const peopleTablesOfConnector: Readonly<Record<string, ReadonlySet<string>>> = {
  // A candidate for a job is kept as one opportunity per application.
  lever: new Set(['opportunity']),
  // The name on a payment card is its holder's.
  stripe: new Set(['card']),
}

/** Tables about organisations, places and things: an address or position there is not a person's. */
export const thingTables = new Set([
  'organization',
  'company',
  'store',
  'shop',
  'branch',
  'office',
  'warehouse',
  'vendor',
  'supplier',
  'venue',
  'school',
  'city',
  'country',
  'region',
  'site',
  'facility',
  'hotel',
  'restaurant',
  'airport',
  'station',
  'location',
  'plant',
  'bank',
  'hospital',
  'campaign',
  'product',
  'posting',
  'job',
  'requisition',
  'event',
  'merchant',
  'team',
  'department',
  'currency',
  'zone',
  'territory',
  'depot',
  'stop',
  'asset',
  'building',
  'property',
  'center',
  'centre',
  'repository',
  'repo',
  'project',
  'plan',
  'price',
  'coupon',
  'channel',
  'app',
])

import type { JsonObject } from '@/sandbox/state/world'

export interface ConnectorType {
  id: string
  name: string
  type: string
  description: string
  icon_url: string
  icons: string[]
  link_to_docs: string
  link_to_erd: string
  connector_class: 'standard' | 'lite'
  service_status: string
  service_status_updated_at: string
  supported_features: { id: string; notes?: string }[]
  config: JsonObject
  auth: JsonObject
  /** Keys of `config` that name the destination schema, in the order of the connection's name. */
  destinationKeys: readonly string[]
  /** Fields of `config` without which the setup tests fail. */
  requiredConfig: readonly string[]
  /** Signs in with `auth`, or with a person at a Connect Card. */
  needsAuthorisation: boolean
}

interface Described {
  id: string
  name: string
  type: string
  description: string
  blocking?: 'Column level' | 'Table level'
  resync?: 'Table level' | 'Connection level'
  history?: boolean
  config: JsonObject
  auth?: JsonObject
  destinationKeys?: readonly string[]
  requiredConfig?: readonly string[]
}

const text = (title: string): JsonObject => ({ type: 'string', title })

function describe(service: Described): ConnectorType {
  return {
    id: service.id,
    name: service.name,
    type: service.type,
    description: service.description,
    icon_url: `https://fivetran.com/integrations/${service.id}/resources/logo.svg`,
    icons: [],
    link_to_docs: `https://fivetran.com/docs/connectors/${service.id}`,
    link_to_erd: '',
    connector_class: 'standard',
    service_status: 'general_availability',
    service_status_updated_at: '2024-01-01T00:00:00Z',
    supported_features: [
      { id: 'CAPTURE_DELETES' },
      { id: 'DATA_BLOCKING', notes: service.blocking ?? 'Column level' },
      { id: 'COLUMN_HASHING' },
      { id: 'RE_SYNC', notes: service.resync ?? 'Table level' },
      ...(service.history ? [{ id: 'HISTORY' }] : []),
      { id: 'API_CONFIGURABLE' },
    ],
    config: { type: 'object', properties: service.config },
    auth: { type: 'object', properties: service.auth ?? {} },
    destinationKeys: service.destinationKeys ?? ['schema'],
    requiredConfig: service.requiredConfig ?? [],
    needsAuthorisation: service.auth !== undefined,
  }
}

const schemaField = { schema: text('Destination schema') }
const signIn = { client_access: { type: 'object', title: 'Client access' }, refresh_token: text('Refresh token') }

function database(id: string, name: string, description: string): ConnectorType {
  return describe({
    id,
    name,
    type: 'Database',
    description,
    history: true,
    config: {
      schema_prefix: text('Destination schema prefix'),
      host: text('Host'),
      port: { type: 'integer', title: 'Port' },
      database: text('Database'),
      user: text('User'),
      password: text('Password'),
      update_method: { type: 'string', title: 'Update method', enum: ['WAL_PGOUTPUT', 'QUERY_BASED'] },
    },
    destinationKeys: ['schema_prefix'],
    requiredConfig: ['host', 'user', 'password'],
  })
}

function cloudFunction(id: string, name: string): ConnectorType {
  return describe({
    id,
    name,
    type: 'Function',
    description: `${name} runs your own code and syncs what it returns.`,
    config: { ...schemaField, function: text('Function'), sync_method: text('Sync method') },
  })
}

/** The kinds of connections the sandbox offers: those of the built-in scenario, and one or two of every other family. */
export const CONNECTOR_TYPES: readonly ConnectorType[] = [
  cloudFunction('aws_lambda', 'AWS Lambda'),
  describe({
    id: 'connector_sdk',
    name: 'Connector SDK',
    type: 'Function',
    description: 'A connector of your own, written with the Connector SDK.',
    config: { ...schemaField, package_id: text('Package ID'), python_version: text('Python version') },
    requiredConfig: ['package_id'],
  }),
  describe({
    id: 'fivetran_log',
    name: 'Fivetran Platform Connector',
    type: 'Log',
    description: 'Logs and metadata of the account itself.',
    resync: 'Connection level',
    config: { ...schemaField, is_account_level_connector: { type: 'boolean', title: 'Account level' } },
  }),
  cloudFunction('google_cloud_function', 'Google Cloud Function'),
  describe({
    id: 'google_sheets',
    name: 'Google Sheets',
    type: 'Productivity',
    description: 'Google Sheets is a spreadsheet.',
    config: { ...schemaField, table: text('Destination table'), sheet_id: text('Sheet ID') },
    destinationKeys: ['schema', 'table'],
    requiredConfig: ['sheet_id'],
    auth: signIn,
  }),
  describe({
    id: 'hubspot',
    name: 'HubSpot',
    type: 'Marketing',
    description: 'HubSpot is a platform for marketing, sales and service.',
    resync: 'Connection level',
    config: schemaField,
    auth: signIn,
  }),
  database('mysql', 'MySQL', 'MySQL is an open source relational database.'),
  describe({
    id: 'netsuite_suiteanalytics',
    name: 'NetSuite SuiteAnalytics',
    type: 'Finance',
    description: 'NetSuite SuiteAnalytics is a suite of business management applications.',
    config: { ...schemaField, account: text('Account ID'), role: text('Role'), password: text('Password') },
  }),
  database('postgres', 'PostgreSQL', 'PostgreSQL is an object-relational database.'),
  describe({
    id: 'salesforce',
    name: 'Salesforce',
    type: 'Sales',
    description: 'Salesforce is a customer relationship management platform.',
    history: true,
    config: schemaField,
    auth: signIn,
  }),
  describe({
    id: 'zendesk',
    name: 'Zendesk Support',
    type: 'Support',
    description: 'Zendesk Support is a system for customer requests.',
    blocking: 'Table level',
    config: { ...schemaField, subdomain: text('Subdomain') },
    auth: signIn,
  }),
]

/** Takes a connector type; gives what the service publishes of it in the list. */
export function presentConnectorType(type: ConnectorType) {
  const { config: _config, auth: _auth, ...item } = presentConnectorDetails(type)
  return item
}

/** Takes a connector type; gives everything the service publishes of it. */
export function presentConnectorDetails(type: ConnectorType) {
  const { destinationKeys: _keys, requiredConfig: _required, needsAuthorisation: _sign, ...published } = type
  return published
}

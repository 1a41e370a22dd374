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
}

interface Described {
  id: string
  name: string
  type: string
  description: string
  blocking: 'Column level' | 'Table level'
  config: JsonObject
  auth?: JsonObject
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
      { id: 'DATA_BLOCKING', notes: service.blocking },
      { id: 'COLUMN_HASHING' },
      { id: 'RE_SYNC' },
      { id: 'API_CONFIGURABLE' },
    ],
    config: { type: 'object', properties: service.config },
    auth: { type: 'object', properties: service.auth ?? {} },
  }
}

/** The kinds of connections the built-in scenario uses. */
export const CONNECTOR_TYPES: readonly ConnectorType[] = [
  describe({
    id: 'hubspot',
    name: 'HubSpot',
    type: 'Marketing',
    description: 'HubSpot is a platform for marketing, sales and service.',
    blocking: 'Column level',
    config: { schema: text('Destination schema') },
  }),
  describe({
    id: 'netsuite_suiteanalytics',
    name: 'NetSuite SuiteAnalytics',
    type: 'Finance',
    description: 'NetSuite SuiteAnalytics is a suite of business management applications.',
    blocking: 'Column level',
    config: {
      schema: text('Destination schema'),
      account: text('Account ID'),
      role: text('Role'),
      password: text('Password'),
    },
  }),
  describe({
    id: 'postgres',
    name: 'PostgreSQL',
    type: 'Database',
    description: 'PostgreSQL is an object-relational database.',
    blocking: 'Column level',
    config: {
      schema_prefix: text('Destination schema prefix'),
      host: text('Host'),
      port: { type: 'integer', title: 'Port' },
      database: text('Database'),
      user: text('User'),
      password: text('Password'),
      update_method: { type: 'string', title: 'Update method', enum: ['WAL_PGOUTPUT', 'QUERY_BASED'] },
    },
  }),
  describe({
    id: 'salesforce',
    name: 'Salesforce',
    type: 'Sales',
    description: 'Salesforce is a customer relationship management platform.',
    blocking: 'Column level',
    config: { schema: text('Destination schema') },
    auth: { client_access: { type: 'object', title: 'Client access' }, refresh_token: text('Refresh token') },
  }),
  describe({
    id: 'zendesk',
    name: 'Zendesk Support',
    type: 'Support',
    description: 'Zendesk Support is a system for customer requests.',
    blocking: 'Table level',
    config: { schema: text('Destination schema'), subdomain: text('Subdomain') },
  }),
]

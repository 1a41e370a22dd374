import type { z } from 'zod'
import { NotFoundError, UnexpectedReplyError } from '../errors'
import type { FivetranPort, SchemaConfig } from '../port'
import type { FivetranClientOptions } from './client-options'
import { closeClientAgents } from './create-client-agents'
import { createExchange } from './create-exchange'
import { describeEdit } from './describe-edit'
import { listAll } from './list-all'
import { encodeSegment } from './path-segment'
import { readConnectionList } from './read-connection-list'
import { repeatsBody } from './repeats-body'
import { type Call, sendCall } from './send-call'
import { accountShape, destinationShape, groupShape, webhookShape } from './shapes/account-shapes'
import { connectionShape } from './shapes/connection-shape'
import { schemaConfigShape, sourceColumnsShape } from './shapes/schema-config-shape'
import { describeIssue } from './shapes/tolerant'

/** A port over HTTP. `close` ends its connections; calls still under way are waited for. */
export interface FivetranClient extends FivetranPort {
  close(): Promise<void>
}

/**
 * The port over Fivetran's REST API. Opens no connection until the first call. Every method rejects with an error of `errors.ts`;
 * reads are repeated after passing faults, writes leave once. Throws `UnreachableError` at once for an address that is none.
 */
export function createFivetranClient(options: FivetranClientOptions): FivetranClient {
  const exchange = createExchange(options)
  const connectionPath = (externalId: string) => `/v1/connections/${encodeSegment(externalId)}`

  async function read<Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    {
      kind = 'read',
      acceptVersion = 1,
      withWriteKey,
    }: Partial<Pick<Call, 'kind' | 'acceptVersion' | 'withWriteKey'>> = {},
  ): Promise<z.output<Shape>> {
    const { data, status } = await sendCall(exchange, { method: 'GET', path, kind, acceptVersion, withWriteKey })
    return parseData(data, shape, { method: 'GET', path, status })
  }

  return {
    readAccount: (as = 'reading') => read('/v1/account/info', accountShape, { withWriteKey: as === 'writing' }),

    async listGroups() {
      const items = await listAll(exchange, { path: '/v1/groups', acceptVersion: 1 })
      return items.map((item) => parseData(item, groupShape, { method: 'GET', path: '/v1/groups', status: 200 }))
    },

    async readDestination(groupId) {
      try {
        return await read(`/v1/destinations/${encodeSegment(groupId)}`, destinationShape)
      } catch (error) {
        if (error instanceof NotFoundError) return null
        throw error
      }
    },

    async listConnections() {
      return readConnectionList(await listAll(exchange, { path: '/v1/connections', acceptVersion: 2 }))
    },

    readConnection: async (externalId) => read(connectionPath(externalId), connectionShape, { acceptVersion: 2 }),

    async findConnection(groupId, name) {
      const path = '/v1/connections'
      const items = await listAll(exchange, { path, acceptVersion: 2, filter: { group_id: groupId, schema: name } })
      const { connections, unreadable } = readConnectionList(items)
      const found = connections.find((one) => one.groupId === groupId && one.schemaName === name)
      if (!found && unreadable.length > 0) {
        throw new UnexpectedReplyError(`a connection that may be ${name}`, { call: { method: 'GET', path } })
      }
      return found ?? null
    },

    async readSchemaConfig(externalId) {
      try {
        return await read(`${connectionPath(externalId)}/schemas`, schemaConfigShape, { acceptVersion: 2 })
      } catch (error) {
        if (error instanceof NotFoundError && saysNoSchemaConfig(error)) return 'absent'
        throw error
      }
    },

    async readSourceColumns(externalId, schema, table) {
      const path = `${connectionPath(externalId)}/schemas/${encodeSegment(schema)}/tables/${encodeSegment(table)}/columns`
      try {
        return await read(path, sourceColumnsShape, { kind: 'source', acceptVersion: 2 })
      } catch (error) {
        if (error instanceof NotFoundError && !saysNoConnection(error)) return 'absent'
        throw error
      }
    },

    async reloadSchemaConfig(externalId): Promise<SchemaConfig> {
      const path = `${connectionPath(externalId)}/schemas/reload`
      const { data, status } = await sendCall(exchange, {
        method: 'POST',
        path,
        body: { exclude_mode: 'PRESERVE' },
        kind: 'source',
        acceptVersion: 2,
        timeoutMs: exchange.limits.reloadTimeoutMs,
      })
      const config = parseData(data, schemaConfigShape, { method: 'POST', path, status })
      if (config !== 'absent') return config
      throw new UnexpectedReplyError('the reloaded schema config is empty', { call: { method: 'POST', path }, status })
    },

    async sendEdit(externalId, edit) {
      const description = describeEdit(externalId, edit)
      const { data, status, tookMs } = await sendCall(exchange, { ...description, kind: 'write', acceptVersion: 2 })
      const confirmed = edit.kind === 'preset-schema-config' ? repeatsBody(description.body, data) : null
      return { ...description, status, tookMs, confirmed }
    },

    async startSync(externalId) {
      const path = `${connectionPath(externalId)}/sync`
      // Never forced: that would stop a running sync.
      await sendCall(exchange, { method: 'POST', path, body: { force: false }, kind: 'write', acceptVersion: 2 })
    },

    async listWebhooks() {
      const items = await listAll(exchange, { path: '/v1/webhooks', acceptVersion: 1 })
      return items.map((item) => parseData(item, webhookShape, { method: 'GET', path: '/v1/webhooks', status: 200 }))
    },

    async createWebhook({ url, events, secret }) {
      const path = '/v1/webhooks/account'
      const body = { url, events, active: true, secret }
      const { data, status } = await sendCall(exchange, { method: 'POST', path, body, kind: 'write', acceptVersion: 1 })
      return parseData(data, webhookShape, { method: 'POST', path, status })
    },

    async updateWebhook(webhookId, change) {
      const path = `/v1/webhooks/${encodeSegment(webhookId)}`
      const { data, status } = await sendCall(exchange, {
        method: 'PATCH',
        path,
        body: change,
        kind: 'write',
        acceptVersion: 1,
      })
      return parseData(data, webhookShape, { method: 'PATCH', path, status })
    },

    async deleteWebhook(webhookId) {
      const path = `/v1/webhooks/${encodeSegment(webhookId)}`
      try {
        await sendCall(exchange, { method: 'DELETE', path, kind: 'write', acceptVersion: 1 })
      } catch (error) {
        // Gone already is what was asked for.
        if (!(error instanceof NotFoundError)) throw error
      }
    },

    async close() {
      await closeClientAgents(exchange.agents)
    },
  }
}

function parseData<Shape extends z.ZodType>(
  data: unknown,
  shape: Shape,
  { method, path, status }: { method: string; path: string; status: number },
): z.output<Shape> {
  const parsed = shape.safeParse(data)
  if (parsed.success) return parsed.data
  throw new UnexpectedReplyError(describeIssue(parsed.error), { call: { method, path }, status })
}

/** Of the two objects a 404 below a connection may mean, the code or, for the bare `NotFound`, the message names one. */
function saysNoSchemaConfig({ vendorCode, vendorMessage }: NotFoundError): boolean {
  return /schema_?config/i.test(vendorCode ?? '') || /schema config/i.test(vendorMessage ?? '')
}

function saysNoConnection(error: NotFoundError): boolean {
  return !saysNoSchemaConfig(error) && /^NotFound_(Connect(ion|or)|Integration)$/i.test(error.vendorCode ?? '')
}

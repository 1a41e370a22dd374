import { createGuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import { type ClientAgents, type FivetranTransportOptions, transportDefaults } from './client-options'

/** The sockets of a client. Shared by several clients, they are one process's connections to one account. Opens nothing yet. */
export function createClientAgents(transport: FivetranTransportOptions = {}): ClientAgents {
  const { allowPrivateAddresses, connectTimeoutMs } = { ...transportDefaults, ...transport }
  const options = { allowPrivateAddresses, connectTimeoutMs }
  return {
    reading: createGuardedAgent({ ...options, keepAlive: true }),
    writing: createGuardedAgent({ ...options, keepAlive: false }),
  }
}

/** Ends them; calls still under way are waited for. */
export async function closeClientAgents({ reading, writing }: ClientAgents): Promise<void> {
  await Promise.all([reading.agent.close(), writing.agent.close()])
}

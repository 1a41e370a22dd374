import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { webhookSecretFor } from '@/lib/platform/secrets/webhook-key'
import { startProcess } from '@/lib/testing/start-process'
import type { Trials } from './start-trials'

const program = 'lib/control-loop/apply/services/testing/trial-intake.ts'

/** Sends one delivery to an intake and kills it the moment it has answered; true when what it acknowledged lies in the inbox. */
export async function tryIntake({ loop }: Trials, root?: string): Promise<boolean> {
  const account = await loop.db.fivetranAccount.update({
    where: { id: (await loop.db.fivetranAccount.findFirstOrThrow()).id },
    data: { webhookGeneration: 1 },
  })
  const intake = startProcess(['--import', 'tsx', program], loop.workerEnv, {
    takesMessages: true,
    ...(root && { root }),
  })
  const [port] = await Promise.race([
    once(intake.child, 'message'),
    intake.ended.then(() => Promise.reject(new Error(intake.output()))),
  ])
  const syncId = randomUUID()
  const body = JSON.stringify({
    event: 'sync_end',
    created: new Date().toISOString(),
    connector_type: 'postgres',
    connector_id: 'scaled_0001',
    connector_name: 'scaled_0001',
    sync_id: syncId,
    destination_group_id: 'scale_group',
    data: { status: 'SUCCESSFUL' },
  })
  const signature = createHmac('sha256', webhookSecretFor(account.id, 1)).update(body).digest('hex')
  const answer = await fetch(`http://127.0.0.1:${String(port)}/${account.webhookToken}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-fivetran-signature-256': signature },
    body,
  })
  intake.child.kill('SIGKILL')
  await intake.ended
  if (answer.status !== 200) throw new Error(`The intake answered ${answer.status}: ${intake.output()}`)
  return (await loop.db.webhookDelivery.count({ where: { syncId } })) === 1
}

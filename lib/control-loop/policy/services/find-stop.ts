import { type Db, db, type Tx } from '@/lib/platform/db/client'

export interface AutomationStop {
  at: Date
  by: string
  reason: string
}

/** The stop of everything automatic as it stands; null: automatic changes may start. */
export async function findStop(from: Db | Tx = db): Promise<AutomationStop | null> {
  const row = await from.automationSwitch.findUniqueOrThrow({ where: { id: true } })
  return row.stoppedAt ? { at: row.stoppedAt, by: row.changedBy, reason: row.reason ?? '' } : null
}

/**
 * The same, held until the transaction ends: automatic starts queue up behind it, so that they count one after the other, and a stop comes either before
 * a start or after it and never in between.
 */
export async function lockStop(tx: Tx): Promise<AutomationStop | null> {
  await tx.$queryRaw`SELECT id FROM automation_switch WHERE id FOR UPDATE`
  return findStop(tx)
}

/** The same beside other readers: a claim waits for nobody but a stop that is being pressed. */
export async function holdStop(tx: Tx): Promise<AutomationStop | null> {
  await tx.$queryRaw`SELECT id FROM automation_switch WHERE id FOR SHARE`
  return findStop(tx)
}

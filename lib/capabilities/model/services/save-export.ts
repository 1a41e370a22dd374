import type { z } from 'zod'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { saveExportRequestSchema } from '../contract'
import { testExportJob } from '../jobs'
import { exportHeaderPurpose } from './provider-purposes'
import { hintOf, normaliseBaseUrl } from './require-provider'

type SaveExport = z.output<typeof saveExportRequestSchema>

const testing = { exportState: 'untested' as const, exportStateDetail: 'A test is under way.' }

/** Where spans of calls go from now on. Credentials always come with the address and replace all there were, so that none reaches another address. */
export async function saveExport(ctx: ServiceContext, input: SaveExport): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    const before = await tx.modelSettings.findFirstOrThrow()
    const header = headerOf(input)
    const exportSecretId = header ? await storeSecret(tx, ctx, exportHeaderPurpose, header.value) : null
    const isOff = input.kind === 'off'
    await tx.modelSettings.updateMany({
      data: {
        exportKind: input.kind,
        exportEndpoint: isOff ? null : normaliseBaseUrl(input.endpoint),
        exportHeaderName: header?.name ?? null,
        exportHeaderHint: header?.hint ?? null,
        exportSecretId,
        exportWithContent: isOff ? false : input.withContent,
        exportSince: isOff ? null : (before.exportSince ?? ctx.now()),
        exportStateAt: ctx.now(),
        ...testing,
        ...(isOff && { exportStateDetail: null }),
      },
    })
    if (before.exportSecretId) await tx.sealedSecret.deleteMany({ where: { id: before.exportSecretId } })
    await recordAuditEvent(tx, ctx, {
      action: 'model-export.changed',
      objectType: 'model-settings',
      objectLabel: 'model calls',
      detail: isOff
        ? { kind: input.kind }
        : { kind: input.kind, endpoint: input.endpoint, withContent: input.withContent },
    })
    if (!isOff) await enqueueJob(tx, testExportJob, { correlationId: ctx.correlationId })
  })
}

function headerOf(input: SaveExport): { name: string; value: string; hint: string } | null {
  if (input.kind === 'off') return null
  if (input.kind === 'otlp') return input.header ? { ...input.header, hint: hintOf(input.header.value) } : null
  const pair = Buffer.from(`${input.publicKey}:${input.secretKey}`, 'utf8').toString('base64')
  return { name: 'authorization', value: `Basic ${pair}`, hint: hintOf(input.publicKey) }
}

/** Asks the worker to try the stored receiver. */
export async function requestExportTest(ctx: ServiceContext): Promise<{ accepted: true; correlationId: string }> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    await requireExport(tx)
    await tx.modelSettings.updateMany({ data: { ...testing, exportStateAt: ctx.now() } })
    await recordAuditEvent(tx, ctx, {
      action: 'model-export.test-requested',
      objectType: 'model-settings',
      objectLabel: 'model calls',
    })
    await enqueueJob(tx, testExportJob, { correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}

async function requireExport(tx: Tx): Promise<void> {
  const { exportKind } = await tx.modelSettings.findFirstOrThrow()
  if (exportKind === 'off') throw new ConflictError('Calls are not exported anywhere. Set a receiver first.')
}

import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { InvalidInputError } from '@/lib/platform/http/app-error'
import type { Candidate, SaveTaskSettingRequest } from '../contract'
import { type RoutedTask, taskLabels } from '../domain/task'
import { DEFAULT_ROUTE } from './find-candidates'

/** Sets which models answer where a task names none of its own, first to last. */
export async function saveDefaultRoute(ctx: ServiceContext, candidates: Candidate[]): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    await replaceRoute(tx, DEFAULT_ROUTE, candidates)
    await recordAuditEvent(tx, ctx, {
      action: 'model-route.changed',
      objectType: 'model-settings',
      objectLabel: 'by default',
      detail: { candidates },
    })
  })
}

/** Sets one task: whether it may be asked, its own caps, and which models answer it. */
export async function saveTaskSetting(
  ctx: ServiceContext,
  task: RoutedTask,
  input: SaveTaskSettingRequest,
): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  const { candidates, ...setting } = input
  await transact(async (tx) => {
    await tx.modelTaskSetting.upsert({ where: { task }, create: { task, ...setting }, update: setting })
    await replaceRoute(tx, task, candidates)
    await recordAuditEvent(tx, ctx, {
      action: 'model-task.changed',
      objectType: 'model-task',
      objectId: task,
      objectLabel: taskLabels[task],
      detail: { ...input },
    })
  })
}

async function replaceRoute(tx: Tx, task: string, candidates: readonly Candidate[]): Promise<void> {
  const providerIds = [...new Set(candidates.map(({ providerId }) => providerId))]
  const known = await tx.modelProvider.count({ where: { id: { in: providerIds } } })
  if (known !== providerIds.length) throw new InvalidInputError('A route names a provider that is gone.')
  await tx.modelRoute.deleteMany({ where: { task } })
  await tx.modelRoute.createMany({ data: candidates.map((candidate, position) => ({ task, position, ...candidate })) })
}

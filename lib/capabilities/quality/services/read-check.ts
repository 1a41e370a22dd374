import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { CheckDetail } from '../contract'
import { loadChecks, toResultView } from './check-views'

const RESULTS_MAX = 500
const DAY_MS = 86_400_000

/** One check with its results of so many days, newest first; also one that was retired. */
export async function readCheck(ctx: ServiceContext, checkId: string, days: number): Promise<CheckDetail> {
  const [check] = await loadChecks({ id: checkId, isRetiredToo: true })
  if (!check) throw new NotFoundError('There is no such check.')
  const results = await db.checkResult.findMany({
    where: { checkId, at: { gte: new Date(ctx.now().getTime() - days * DAY_MS) } },
    orderBy: { at: 'desc' },
    take: RESULTS_MAX,
  })
  return { check, results: results.map(toResultView), isCut: results.length === RESULTS_MAX }
}

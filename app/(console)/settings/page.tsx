import { redirect } from 'next/navigation'
import { requirePageActor } from '@/lib/platform/auth/actor'
import { can } from '@/lib/platform/auth/roles-and-permissions'

export const dynamic = 'force-dynamic'

/** Settings open at the account for whoever may see it, else at what is one's own. */
export default async function Page() {
  const { actor } = await requirePageActor()
  redirect(can(actor.role, 'settings.read') ? '/settings/fivetran' : '/settings/appearance')
}

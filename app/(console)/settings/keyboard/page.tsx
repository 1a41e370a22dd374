import type { Metadata } from 'next'
import { KeyboardPage } from '@/components/settings/yours/keyboard-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Keyboard' }
export const dynamic = 'force-dynamic'

/** Which keys answer for this person. */
export default async function Page() {
  await requirePageActor()
  return <KeyboardPage />
}

import { redirect } from 'next/navigation'

/** A connection opens on its overview. */
export default async function Page({ params }: { params: Promise<{ connectionId: string }> }) {
  const { connectionId } = await params
  redirect(`/connections/${encodeURIComponent(connectionId)}/overview`)
}

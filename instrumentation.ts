/** A web process with a bad environment ends at boot, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { webEnv } = await import('@/lib/platform/config/env')
  webEnv()
}

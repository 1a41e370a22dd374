import type { Metadata } from 'next'
import { GatePicture } from '@/components/sign-in/gate-picture'
import { safeReturnPath } from '@/components/sign-in/safe-return-path'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { Mark } from '@/components/ui/mark'
import { signInOptions } from '@/lib/platform/auth/sign-in-options'

export const metadata: Metadata = { title: 'Sign in' }

type SignInSearch = { callbackUrl?: string | string[]; error?: string | string[] }

/** The way in. It says nothing about who exists; it only offers what is configured. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<SignInSearch> }) {
  const [{ oidcName, organisation, version }, { callbackUrl, error }] = await Promise.all([
    signInOptions(),
    searchParams,
  ])
  return (
    <div className="grid min-h-dvh lg:grid-cols-[448px_1fr]">
      <main className="flex flex-col justify-between gap-10 border-line bg-surface px-6 pt-7 pb-6 sm:px-14 lg:border-e">
        <Mark size={20} hasWordmark />
        <div className="mx-auto w-full max-w-[400px] lg:-mt-6">
          <h1 className="text-2xl font-semibold tracking-[-0.022em]">Sign in</h1>
          <p className="mb-[22px] text-ink-2">{organisation}</p>
          <SignInForm
            oidcName={oidcName}
            returnPath={safeReturnPath(typeof callbackUrl === 'string' ? callbackUrl : undefined)}
            hasProviderFailed={error !== undefined}
          />
        </div>
        <p className="text-xs text-ink-3">Headgate {version}</p>
      </main>
      <aside aria-label="What Headgate does" className="hidden place-items-center bg-canvas p-14 lg:grid">
        <GatePicture />
      </aside>
    </div>
  )
}

'use client'

import { Building2 } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Message } from '@/components/ui/message'
import { PasswordField } from '@/components/ui/password-field'
import { TextField } from '@/components/ui/text-field'
import { describeSignInError, refusalSentence, type SignInRefusal } from './describe-sign-in-error'

export type SignInFormProps = {
  oidcName: string | null
  /** Already made safe by the page. */
  returnPath: string
  /** The provider's refusal, when it sent the person back. */
  hasProviderFailed: boolean
}

/** Signs in with the company's provider, when there is one, or with a local account. */
export function SignInForm({ oidcName, returnPath, hasProviderFailed }: SignInFormProps) {
  const [isPending, setIsPending] = useState(false)
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(0)

  useEffect(() => {
    if (secondsLeft <= 0) return
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setIsPending(true)
    setRefusal(null)
    const answer = await signIn('credentials', {
      redirect: false,
      email: String(fields.get('email') ?? '').trim(),
      password: String(fields.get('password') ?? ''),
    }).catch(() => undefined)
    if (answer?.ok && !answer.error) {
      // A whole load, so that the server draws the console for the person who just came in.
      window.location.assign(returnPath)
      return
    }
    const found = describeSignInError(answer?.error, answer?.status ?? 0)
    setRefusal(found)
    setSecondsLeft(found.waitSeconds)
    setIsPending(false)
  }

  return (
    <div className="flex flex-col">
      {oidcName && (
        <>
          <Button
            kind="decide"
            size="lg"
            isFullWidth
            icon={<Icon of={Building2} size={16} />}
            onPress={() => signIn('oidc', { callbackUrl: returnPath })}
          >
            Continue with {oidcName}
          </Button>
          {hasProviderFailed && (
            <div className="mt-2">
              <Message tone="bad" title={`${oidcName} did not sign you in.`}>
                Nobody with your address is known here, or {oidcName} refused. An admin can add you.
              </Message>
            </div>
          )}
          <div className="mt-3.5 mb-1 flex items-center gap-3 text-xs text-ink-3 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
            or with a local account
          </div>
        </>
      )}
      <form onSubmit={submit} className="flex flex-col gap-3 pt-3">
        <TextField label="E-mail" name="email" type="email" size="lg" autoComplete="username" isRequired hasAutoFocus />
        <PasswordField
          label="Password"
          name="password"
          size="lg"
          placeholder="Pasting is fine"
          autoComplete="current-password"
          isRequired
        />
        {refusal && (
          <Message tone={refusal.kind === 'throttled' ? 'warn' : 'bad'} isAlert={refusal.kind !== 'throttled'}>
            {refusalSentence(refusal, secondsLeft)}
          </Message>
        )}
        <Button
          kind={oidcName ? 'outline' : 'decide'}
          size="lg"
          type="submit"
          isFullWidth
          isPending={isPending}
          isDisabled={secondsLeft > 0}
        >
          Sign in
        </Button>
      </form>
      <p className="mt-3.5 text-xs text-ink-3">Forgotten? An admin can set a new password for you.</p>
    </div>
  )
}

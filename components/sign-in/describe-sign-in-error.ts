export type SignInRefusal = {
  kind: 'wrong' | 'throttled' | 'unreachable'
  /** Only when throttled: how long until another try counts. */
  waitSeconds: number
}

/**
 * What the sign-in endpoint answered in, what is wrong out. The endpoint may say `throttled:8`; every other refusal of
 * a credential is "wrong", so that nobody learns which addresses exist. No answer at all is "unreachable".
 */
export function describeSignInError(error: string | null | undefined, status: number): SignInRefusal {
  const throttled = /^throttled:(\d{1,5})$/.exec(error ?? '')
  if (throttled) return { kind: 'throttled', waitSeconds: Number(throttled[1]) }
  if (error === 'CredentialsSignin' || status === 401) return { kind: 'wrong', waitSeconds: 0 }
  return { kind: 'unreachable', waitSeconds: 0 }
}

/** The sentence for a refusal; `secondsLeft` counts down while throttled. */
export function refusalSentence(refusal: SignInRefusal, secondsLeft: number): string {
  switch (refusal.kind) {
    case 'wrong':
      return 'That e-mail and password do not match.'
    case 'throttled':
      return secondsLeft > 0 ? `Too many tries. Next try in ${secondsLeft} s.` : 'You can try again now.'
    case 'unreachable':
      return 'Headgate does not answer. What you typed is kept; try again in a moment.'
  }
}

import type { CreateProviderRequest, EditProviderRequest, ProviderView } from '@/lib/capabilities/model/contract'

export type ProviderKindChoice = ProviderView['kind']

/** The text of the provider's form. */
export type ProviderText = {
  name: string
  baseUrl: string
  apiVersion: string
  apiKey: string
  residencyNote: string
  timeoutSeconds: string
}

/** Whose form of the API it speaks: gateways, vLLM and Ollama speak OpenAI's. */
export const kindWords: Record<ProviderKindChoice, string> = {
  openai: 'OpenAI’s API',
  azure: 'Azure OpenAI',
}

/** A provider in, what its form starts with out; null is a form for another one. The key never comes back. */
export function providerText(provider: ProviderView | null): ProviderText {
  return {
    name: provider?.name ?? '',
    baseUrl: provider?.baseUrl ?? 'https://api.openai.com/v1',
    apiVersion: provider?.apiVersion ?? '',
    apiKey: '',
    residencyNote: provider?.residencyNote ?? '',
    timeoutSeconds: String(provider?.timeoutSeconds ?? 60),
  }
}

/** The form's text in, the request that makes the provider out. */
export function createRequestOf(text: ProviderText, kind: ProviderKindChoice): CreateProviderRequest {
  return {
    name: text.name,
    kind,
    baseUrl: text.baseUrl,
    apiVersion: versionOf(text, kind),
    ...(text.apiKey.trim() !== '' && { apiKey: text.apiKey }),
    residencyNote: text.residencyNote,
    timeoutSeconds: Number(text.timeoutSeconds),
  }
}

/** The form's text in, only what differs from the provider out: what somebody else set meanwhile stays. */
export function editRequestOf(
  text: ProviderText,
  kind: ProviderKindChoice,
  provider: ProviderView,
): EditProviderRequest {
  const version = versionOf(text, kind)
  return {
    ...(text.name.trim() !== provider.name && { name: text.name }),
    ...(kind !== provider.kind && { kind }),
    ...(isMoved(text, provider) && { baseUrl: text.baseUrl.trim() }),
    ...(version !== provider.apiVersion && { apiVersion: version }),
    ...(text.residencyNote.trim() !== provider.residencyNote && { residencyNote: text.residencyNote }),
    ...(Number(text.timeoutSeconds) !== provider.timeoutSeconds && { timeoutSeconds: Number(text.timeoutSeconds) }),
    ...(text.apiKey.trim() !== '' && { apiKey: text.apiKey }),
  }
}

/** The stored key as it may be shown: its first characters, or only that there is one where it is too short to show any. */
export function keyWords({ keyHint }: Pick<ProviderView, 'keyHint'>): string {
  if (keyHint === null) return 'none'
  return /\w/.test(keyHint) ? keyHint : 'set'
}

/** What saving does to the stored key, said before it is saved; null when it stays. */
export function keyWarning(text: ProviderText, provider: ProviderView | null): string | null {
  if (!provider?.keyHint || !isMoved(text, provider)) return null
  const clears = `Saving another address clears the stored key.`
  return text.apiKey.trim() === ''
    ? `${clears} Give the key for the new address, or save without one.`
    : `${clears} The key above takes its place.`
}

const isMoved = (text: ProviderText, provider: ProviderView) => text.baseUrl.trim() !== provider.baseUrl

const versionOf = (text: ProviderText, kind: ProviderKindChoice) =>
  kind === 'azure' && text.apiVersion.trim() !== '' ? text.apiVersion.trim() : null

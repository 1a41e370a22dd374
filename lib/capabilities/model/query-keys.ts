import type { CallListQuery } from './contract'

export const modelKeys = {
  all: ['model'] as const,
  settings: ['model', 'settings'] as const,
  consents: (connectionId: string) => ['model', 'consents', connectionId] as const,
  calls: (filters: Partial<CallListQuery>) => ['model', 'calls', filters] as const,
  call: (callId: string) => ['model', 'call', callId] as const,
  usage: (days: number) => ['model', 'usage', days] as const,
  preview: (previewId: string) => ['model', 'preview', previewId] as const,
}

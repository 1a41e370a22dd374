import type { ModelSettings } from '@/generated/prisma/client'
import { createOtlpReceiver } from '@/lib/integrations/traces/otlp/create-otlp-receiver'
import type { TraceReceiver } from '@/lib/integrations/traces/port'
import { version, workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { exportHeaderPurpose } from './provider-purposes'

const TRACES_PATH = '/v1/traces'
const LANGFUSE_PATH = '/api/public/otel/v1/traces'

/** The receiver that is set, or null when spans go nowhere. Worker only. Close it after use. */
export async function openTraceReceiver(settings: ModelSettings): Promise<TraceReceiver | null> {
  const { exportKind, exportEndpoint, exportHeaderName, exportSecretId } = settings
  if (exportKind === 'off' || !exportEndpoint) return null
  const value = exportSecretId ? await openSecret(db, exportSecretId, exportHeaderPurpose) : null
  return createOtlpReceiver({
    url: toTracesUrl(exportEndpoint, exportKind === 'langfuse' ? LANGFUSE_PATH : TRACES_PATH),
    headers: {
      ...(value !== null && exportHeaderName && { [exportHeaderName]: value }),
      // Without it what is sent may appear minutes late.
      ...(exportKind === 'langfuse' && { 'x-langfuse-ingestion-version': '4' }),
    },
    serviceVersion: version,
    allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES,
  })
}

function toTracesUrl(endpoint: string, path: string): string {
  const base = endpoint.replace(/\/+$/, '')
  return base.endsWith(TRACES_PATH) ? base : `${base}${path}`
}

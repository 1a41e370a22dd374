import { receiveWebhook } from '@/lib/control-loop/webhook/services/receive-webhook'
import { SIGNATURE_HEADER } from '@/lib/integrations/fivetran/webhook/check-signature'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { toProblemResponse } from '@/lib/platform/http/problem-details'
import { readBody } from '@/lib/platform/http/read-body'

export const dynamic = 'force-dynamic'

/** Intake of Fivetran's deliveries. The signature over the raw bytes is the authentication; the size is capped before buffering. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ accountToken: string }> },
): Promise<Response> {
  const ctx = systemContext('webhook', createCorrelationId())
  try {
    const { accountToken } = await params
    const rawBody = await readBody(request)
    const received = await receiveWebhook(ctx, {
      accountToken,
      rawBody,
      signature: request.headers.get(SIGNATURE_HEADER),
    })
    switch (received.outcome) {
      case 'kept':
      case 'double':
        return Response.json({ outcome: received.outcome, correlationId: ctx.correlationId })
      case 'unknown-account':
        return Response.json({ code: 'unknown-account', title: 'No account listens here.' }, { status: 404 })
      case 'bad-signature':
        return Response.json(
          { code: 'bad-signature', title: 'The signature does not match the body.' },
          { status: 401 },
        )
      case 'malformed':
        return Response.json(
          { code: 'malformed', title: `This delivery cannot be read: ${received.reason}.` },
          { status: 400 },
        )
    }
  } catch (error) {
    return toProblemResponse(error, {
      correlationId: ctx.correlationId,
      route: '/api/webhooks/fivetran',
      method: 'POST',
    })
  }
}

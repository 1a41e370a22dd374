import { ApiError } from '@/sandbox/errors/api-error'

/** Takes a webhook's address; refuses what is not a URL and plain http, except to this machine where that is allowed. */
export function checkWebhookUrl(text: string, allowHttp: boolean): void {
  if (!URL.canParse(text)) throw new ApiError(400, 'InvalidInput', `Invalid value for field 'url'`)
  const url = new URL(text)
  if (url.protocol === 'https:') return
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
  if (url.protocol === 'http:' && loopback && allowHttp) return
  throw new ApiError(400, 'InvalidInput', 'Webhook URL must use HTTPS')
}

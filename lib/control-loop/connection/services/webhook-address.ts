/** The public address at which deliveries of an account arrive. The token is unguessable and tells accounts apart. */
export function webhookAddress(origin: string, webhookToken: string): string {
  return `${origin}/api/webhooks/fivetran/${webhookToken}`
}

import type { NoticeChannel } from '@/generated/prisma/client'
import { createPagerDutyReceiver } from '@/lib/integrations/messages/pagerduty/create-pagerduty-receiver'
import type { NoticeReceiver } from '@/lib/integrations/messages/port'
import { createSlackReceiver } from '@/lib/integrations/messages/slack/create-slack-receiver'
import { createWebhookReceiver } from '@/lib/integrations/messages/webhook/create-webhook-receiver'
import { createJiraReceiver } from '@/lib/integrations/tickets/jira/create-jira-receiver'
import { createServiceNowReceiver } from '@/lib/integrations/tickets/servicenow/create-servicenow-receiver'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { channelKindSchema, jiraSettingsSchema, serviceNowSettingsSchema, slackSettingsSchema } from '../domain/channel'
import { channelKeyPurpose } from './channel-row'

/** The receiver of a channel, or null when it has no key. Worker only. Close it after use. */
export async function openReceiver(channel: NoticeChannel, now: () => Date): Promise<NoticeReceiver | null> {
  if (!channel.keySecretId) return null
  const key = await openSecret(db, channel.keySecretId, channelKeyPurpose(channel.id))
  const { address } = channel
  const { ALLOW_PRIVATE_ADDRESSES: allowPrivateAddresses } = workerEnv()
  switch (channelKindSchema.parse(channel.kind)) {
    case 'webhook':
      return createWebhookReceiver({ url: address, secret: key, allowPrivateAddresses, now })
    case 'slack': {
      const { channel: place } = slackSettingsSchema.parse(channel.settings)
      return createSlackReceiver({ address, botToken: key, channel: place, allowPrivateAddresses })
    }
    case 'pagerduty':
      return createPagerDutyReceiver({ address, routingKey: key, allowPrivateAddresses, now })
    case 'jira': {
      const { email, project, issueType } = jiraSettingsSchema.parse(channel.settings)
      return createJiraReceiver({
        address,
        email,
        apiToken: key,
        projectKey: project,
        issueType,
        allowPrivateAddresses,
      })
    }
    case 'servicenow': {
      const { user, closeCode } = serviceNowSettingsSchema.parse(channel.settings)
      return createServiceNowReceiver({ address, user, password: key, closeCode, allowPrivateAddresses })
    }
  }
}

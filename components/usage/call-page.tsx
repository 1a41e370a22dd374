'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/connections/query-view'
import { PageFrame } from '@/components/layout/page-frame'
import { modelCallQuery } from '@/lib/capabilities/model/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CallView } from './call-view'
import { taskFace } from './task-words'

export type CallPageProps = { callId: string; role: Role | null }

/** One call in full: what was asked, what came back, what it cost, what it fed. */
export function CallPage({ callId, role }: CallPageProps) {
  const query = useQuery(modelCallQuery(callId))
  return (
    <PageFrame
      crumbs={[
        { label: 'Models', href: '/usage/models' },
        { label: 'Calls', href: '/usage/models/calls' },
        { label: query.data ? taskFace(query.data.task).word : 'Call' },
      ]}
    >
      <QueryView query={query} what="The call was not read" reading="Reading the call">
        {(call) => <CallView call={call} role={role} />}
      </QueryView>
    </PageFrame>
  )
}

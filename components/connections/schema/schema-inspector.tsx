'use client'

import { Inspector } from '@/components/layout/inspector'
import { useNow } from '@/components/layout/use-now'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { Tag } from '@/components/ui/tag'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { serviceWord } from '../service-word'
import { explainSetting } from './explain-setting'
import { InspectorProposals } from './inspector-proposals'
import { ProposeSection } from './propose-section'
import type { ObjectNode } from './schema-node'
import type { Draft } from './use-draft'

export type SchemaInspectorProps = {
  node: ObjectNode
  connection: ConnectionDetail
  draft: Draft
  closeHref?: string
}

/** What is known of the selected object, what is open about it, and what can be proposed. */
export function SchemaInspector({ node, connection, draft, closeHref }: SchemaInspectorProps) {
  const now = useNow()
  const { schema, table, column } = node.path
  const title = [table ?? schema, column].filter((part) => part !== undefined)
  return (
    <Inspector title={<PathName path={title} />} closeHref={closeHref}>
      <DefinitionList gutter="inspector" items={factsOf(node, connection, now)} />
      {node.changes.length > 0 && (
        <Section title="Open" note={String(node.changes.length)} gutter="inspector" isFollowing>
          <ul>
            {node.changes.map(({ id, change, severity, detectedAt }) => (
              <li key={id} className="flex flex-col gap-1 border-b border-line px-4 py-2.5 text-xs last:border-b-0">
                <span className="flex items-center justify-between gap-2">
                  <SeverityBadge severity={severity} />
                  <span className="text-ink-3">
                    since <TimeAgo at={detectedAt} now={now} look="row" />
                  </span>
                </span>
                <span className="text-ink-2">
                  <Sentence text={describeChange(change).sentence} /> <Link href={`/changes/${id}`}>See it</Link>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <InspectorProposals proposals={node.proposals} isSolid={draft.actions.length === 0} now={now} />
      <ProposeSection node={node} draft={draft} />
    </Inspector>
  )
}

function factsOf(node: ObjectNode, connection: ConnectionDetail, now: Date) {
  const { schema, table, column } = node.path
  const path = [schema, table, column].filter((part) => part !== undefined)
  const added = node.changes.find(({ change }) => change.kind.endsWith('-added'))
  const why = explainSetting(node, now)
  const facts = [
    { term: 'In source', value: <PathName path={path} isGone={node.isGone} /> },
    { term: `In ${serviceWord(connection.destination.service)}`, value: <PathName path={[node.destinationName]} /> },
    {
      term: 'First seen',
      value: added ? <TimeAgo at={added.detectedAt} now={now} look="stamp" /> : 'in the approved baseline',
    },
  ]
  if (node.kind === 'column') {
    const { type, typeSpelling, nullable } = node.column
    const empty = nullable === null ? '' : nullable ? ', may be empty' : ', never empty'
    facts.push({
      term: 'Type',
      value: (
        <>
          <span className="mono">{typeSpelling ?? type ?? 'not known yet'}</span>
          {type && typeSpelling && <span className="text-ink-3"> {type}</span>}
          <span className="text-ink-3">{empty}</span>
        </>
      ),
    })
  }
  if (node.dataClass) {
    facts.push({
      term: 'Class',
      value: (
        <>
          <Tag kind="class">{node.dataClass.class}</Tag>{' '}
          <span className="text-ink-3">{node.dataClass.measure ?? 'by its name, values not measured'}</span>
        </>
      ),
    })
  }
  if (why) facts.push({ term: 'Why', value: <>{why.text}</> })
  return facts
}

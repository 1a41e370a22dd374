'use client'

import { useRouter } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import { SplitPane } from '@/components/layout/split-pane'
import { useNow } from '@/components/layout/use-now'
import { EmptyState } from '@/components/ui/empty-state'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { rightReason } from '../right-reason'
import { serviceWord } from '../service-word'
import { buildSchemaForest } from './build-schema-forest'
import { flattenSchemaForest, type SchemaRow } from './flatten-schema-forest'
import { SchemaInspector } from './schema-inspector'
import { schemaHref, schemaParams } from './schema-params'
import { SchemaToolbar } from './schema-toolbar'
import { SchemaTreeGrid } from './schema-tree-grid'
import { StagedDraft } from './staged-draft'
import { useDraft } from './use-draft'

export type SchemaWorkspaceProps = {
  connection: ConnectionDetail
  schema: ConnectionSchema & { tree: SchemaTree }
  role: Role | null
}

/** The tree, what is known of the selected row, and what is staged: three panes over one address. */
export function SchemaWorkspace({ connection, schema, role }: SchemaWorkspaceProps) {
  const now = useNow()
  const router = useRouter()
  const [params, setParams] = useQueryStates(schemaParams)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const draft = useDraft(schema.tree, rightReason(role, 'proposals.write', 'propose changes'))
  const forest = useMemo(() => buildSchemaForest(schema), [schema])
  const rows = useMemo(
    () =>
      flattenSchemaForest(
        forest,
        {
          q: params.q,
          withProposals: params.proposals,
          off: params.off,
          hashed: params.hashed,
          dataClass: params.class,
        },
        toggled,
      ),
    [forest, params, toggled],
  )
  const selected = selectedRow(rows, params.at)
  const inspected = selected?.kind === 'ghost' ? rows.find(({ key }) => key === selected.objectKey) : selected
  return (
    <SplitPane
      endLabel="The selected row"
      endWidth={328}
      isEndOpen={params.at !== null}
      end={
        inspected?.kind === 'object' && (
          <SchemaInspector
            node={inspected.node}
            connection={connection}
            draft={draft}
            closeHref={params.at === null ? undefined : schemaHref(connection.id, params, { at: null })}
          />
        )
      }
    >
      <SchemaToolbar
        connection={connection}
        schema={schema}
        params={params}
        draft={draft}
        role={role}
        onChange={(change) => setParams(change)}
      />
      {rows.length === 0 ? (
        <div className="grow">
          <EmptyState title="Nothing in this schema matches.">
            {schema.tree && Object.keys(schema.tree.schemas).length === 0
              ? 'The source shows no schema to this connection.'
              : 'Clear a filter or the search to see the whole tree.'}
          </EmptyState>
        </div>
      ) : (
        <SchemaTreeGrid
          rows={rows}
          destination={serviceWord(connection.destination.service)}
          selectedKey={selected?.key ?? null}
          draft={draft}
          now={now}
          onSelect={(key) => setParams({ at: key })}
          onToggle={(key, isOpen) => setToggled((before) => new Map(before).set(key, isOpen))}
          onOpenProposal={(proposalId) => router.push(`/approvals/${proposalId}`)}
        />
      )}
      <StagedDraft connection={connection} schema={schema} draft={draft} />
    </SplitPane>
  )
}

/** The row of the address; else the first about which something is open, so that there is always one worth looking at. */
function selectedRow(rows: readonly SchemaRow[], at: string | null): SchemaRow | null {
  const isOpen = (row: SchemaRow) => row.kind === 'object' && row.node.changes.length + row.node.proposals.length > 0
  return rows.find(({ key }) => key === at) ?? rows.find(isOpen) ?? rows[0] ?? null
}

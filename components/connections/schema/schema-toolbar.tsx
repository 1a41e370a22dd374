'use client'

import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { GateDrawing } from '@/components/ui/gate-drawing'
import { SearchField } from '@/components/ui/search-field'
import { Segmented } from '@/components/ui/segmented'
import { Tag } from '@/components/ui/tag'
import { Toolbar } from '@/components/ui/toolbar'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import type { ChangeHandling, SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { changeHandlingWords } from '../change-handling-words'
import { rightReason } from '../right-reason'
import { type SchemaParams, schemaHref } from './schema-params'
import type { Draft } from './use-draft'

export type SchemaToolbarProps = {
  connection: ConnectionDetail
  schema: ConnectionSchema & { tree: SchemaTree }
  params: SchemaParams
  draft: Draft
  role: Role | null
  onChange: (change: Partial<SchemaParams>) => void
}

const choices = (['allow-all', 'allow-columns', 'block-all'] as const).map((id) => ({
  id,
  label: changeHandlingWords[id].word,
}))

/** What becomes of new things (another choice is staged, not made), and what of the tree is shown. */
export function SchemaToolbar({ connection, schema, params, draft, role, onChange }: SchemaToolbarProps) {
  const classes = [...new Set(Object.values(schema.classes).map((found) => found.class))].sort()
  const chip = (change: Partial<SchemaParams>) => schemaHref(connection.id, params, change)
  return (
    <Toolbar
      label="What of the schema"
      end={
        <div className="flex flex-wrap items-center gap-1.5">
          <FilterChip
            href={chip({ proposals: !params.proposals })}
            isOn={params.proposals}
            count={schema.proposals.length}
          >
            <GateDrawing glyph="in-review" size={14} />
            With proposals
          </FilterChip>
          {classes.length > 0 && (
            <FilterMenu
              label="Class"
              options={classes.map((found) => ({ id: found, label: found }))}
              value={params.class}
              onChange={(value) => onChange({ class: value })}
            />
          )}
          <FilterChip href={chip({ off: !params.off })} isOn={params.off}>
            Off
          </FilterChip>
          <FilterChip href={chip({ hashed: !params.hashed })} isOn={params.hashed}>
            Hashed
          </FilterChip>
          <SearchField label="Find a column" value={params.q} onChange={(q) => onChange({ q })} width="sm" keys="/" />
        </div>
      }
    >
      <NewThings observed={schema.tree.changeHandling} draft={draft} role={role} />
    </Toolbar>
  )
}

function NewThings({ observed, draft, role }: { observed: ChangeHandling; draft: Draft; role: Role | null }) {
  const staged = draft.actions.find((action) => action.kind === 'set-change-handling')
  const shown = staged?.kind === 'set-change-handling' ? staged.changeHandling : observed
  const refusal = rightReason(role, 'proposals.write', 'propose another policy')
  return (
    <>
      <span className="text-xs text-ink-2">New things</span>
      <Segmented
        label="What becomes of new tables and columns; another choice is staged as a proposal"
        size="sm"
        options={choices}
        value={shown}
        isDisabled={refusal !== null}
        onChange={(changeHandling) => {
          if (staged && changeHandling === observed) draft.unstage(staged)
          else if (changeHandling !== shown) draft.stageAction({ kind: 'set-change-handling', changeHandling })
        }}
      />
      {staged ? (
        <Tag kind="in-review">staged, now {changeHandlingWords[observed].word.toLowerCase()}</Tag>
      ) : (
        <span className="text-xs text-ink-3">{refusal ?? changeHandlingWords[observed].consequence}</span>
      )}
    </>
  )
}

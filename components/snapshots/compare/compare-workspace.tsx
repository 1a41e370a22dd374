'use client'

import { useQueryState } from 'nuqs'
import { useMemo, useState } from 'react'
import { useShortcuts } from '@/components/layout/shortcuts'
import { SplitPane } from '@/components/layout/split-pane'
import type { Comparison } from '@/lib/control-loop/snapshot/contract'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ChangedPaths } from './changed-paths'
import { CompareInspector } from './compare-inspector'
import { DiffTable } from './diff-table'
import { prepareComparison, rowsOf } from './prepare-comparison'
import { useRenameDecision } from './use-rename-decision'

export type CompareWorkspaceProps = {
  comparison: Comparison
  connectionId: string
  /** Whether the base is what was approved: only then can a difference be called an edit around Headgate. */
  isBaseline: boolean
  /** It is so by name: what was accepted since its snapshot is folded in. */
  hasWordBase: boolean
  role: Role | null
}

/** Changed paths, the difference line by line, and what speaks for and against it. What was viewed is this page's memory only. */
export function CompareWorkspace({ comparison, connectionId, isBaseline, hasWordBase, role }: CompareWorkspaceProps) {
  const [at, setAt] = useQueryState('at')
  const [viewed, setViewed] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => prepareComparison(comparison), [comparison])
  const rows = useMemo(() => rowsOf(groups), [groups])
  const decision = useRenameDecision(connectionId, role)
  const index = Math.max(
    0,
    rows.findIndex(({ key }) => key === at),
  )
  const selected = rows[index] ?? null
  const selectedKey = selected?.key ?? null

  const shortcuts = useMemo(() => {
    const scope = 'Compare'
    const move = (step: number) => () => {
      const next = rows[index + step]
      if (!next) return
      setAt(next.key)
      document.getElementById(`diff-${next.key}`)?.scrollIntoView({ block: 'nearest' })
    }
    const view = () => {
      if (selectedKey) setViewed((before) => switched(before, selectedKey))
    }
    return [
      { keys: 'n', label: 'Next change', scope, run: move(1) },
      { keys: 'p', label: 'Previous change', scope, run: move(-1) },
      { keys: 'j', label: 'Next change', scope, run: move(1) },
      { keys: 'k', label: 'Previous change', scope, run: move(-1) },
      { keys: 'v', label: 'Mark as viewed', scope, run: view },
    ]
  }, [rows, index, selectedKey, setAt])
  useShortcuts(shortcuts)

  return (
    <SplitPane
      start={
        <ChangedPaths
          groups={groups}
          total={rows.length}
          selectedKey={selectedKey}
          viewed={viewed}
          onSelect={setAt}
          onView={(key) => setViewed((before) => switched(before, key))}
        />
      }
      startLabel="Changed paths"
      startWidth={248}
      end={
        selected && (
          <CompareInspector
            row={selected}
            place={`${index + 1} of ${rows.length}`}
            isViewed={viewed.has(selected.key)}
            onView={() => setViewed((before) => switched(before, selected.key))}
          />
        )
      }
      endLabel="The selected change"
      endWidth={340}
      isEndOpen={at !== null}
    >
      <DiffTable
        comparison={comparison}
        groups={groups}
        selectedKey={selectedKey}
        isBaseline={isBaseline}
        hasWordBase={hasWordBase}
        decision={decision}
        onSelect={setAt}
      />
    </SplitPane>
  )
}

function switched(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}

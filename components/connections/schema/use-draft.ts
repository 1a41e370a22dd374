'use client'

import { useState } from 'react'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { checkFeasibility } from '@/lib/control-loop/proposal/domain/check-feasibility'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { ObjectNode } from './schema-node'
import { actionToTurn, type Setting, subjectOf, toggleStaged } from './stage-action'

export interface Draft {
  actions: Action[]
  /** Why the last thing that was asked for was not staged; null when it was. */
  refusal: string | null
  stage: (node: ObjectNode, setting: Setting) => void
  stageAction: (action: Action) => void
  unstage: (action: Action) => void
  clear: () => void
  /** The staged action about this setting of the object, if any. */
  stagedFor: (node: ObjectNode, setting: Setting) => Action | null
  /** Why this setting cannot be turned over; null when it can, or when the object has no such setting. */
  refusalFor: (node: ObjectNode, setting: Setting) => string | null
}

/** What a person has staged and not yet proposed. It lives in this page only and changes nothing. `right` says why the person may not propose. */
export function useDraft(tree: SchemaTree, right: string | null): Draft {
  const [actions, setActions] = useState<Action[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)

  const refuse = (action: Action) => {
    if (right) return right
    const checked = checkFeasibility(action, tree)
    return checked.feasible ? null : checked.reason
  }
  const stageAction = (action: Action) => {
    const reason = refuse(action)
    setRefusal(reason)
    if (!reason) setActions((staged) => toggleStaged(staged, action))
  }
  return {
    actions,
    refusal,
    stageAction,
    stage: (node, setting) => {
      const action = actionToTurn(node, setting)
      if (action) stageAction(action)
      else setRefusal('Only columns are hashed.')
    },
    unstage: (action) => {
      setRefusal(null)
      setActions((staged) => staged.filter((other) => subjectOf(other) !== subjectOf(action)))
    },
    clear: () => {
      setRefusal(null)
      setActions([])
    },
    stagedFor: (node, setting) => {
      const action = actionToTurn(node, setting)
      const subject = action && subjectOf(action)
      return actions.find((staged) => subjectOf(staged) === subject) ?? null
    },
    refusalFor: (node, setting) => {
      const action = actionToTurn(node, setting)
      return action ? refuse(action) : null
    },
  }
}

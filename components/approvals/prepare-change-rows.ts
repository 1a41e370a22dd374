import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

export type ChangeField = ProposalDetail['fields'][number]
export interface ChangeGroup {
  path: string
  rows: ChangeField[]
}

/** The rows of the change table by object, each object's moving fields first. Order of objects stays as the plan has it. */
export function groupChangeRows(fields: readonly ChangeField[]): ChangeGroup[] {
  const groups = new Map<string, ChangeField[]>()
  for (const field of fields) groups.set(field.path, [...(groups.get(field.path) ?? []), field])
  return [...groups].map(([path, rows]) => ({
    path,
    rows: [...rows].sort((one, other) => Number(other.moves) - Number(one.moves)),
  }))
}

/** "1 of 4 fields changes", "3 of 3 fields change". */
export function changeNote(fields: readonly ChangeField[]): string {
  const moving = fields.filter((field) => field.moves).length
  return `${moving} of ${fields.length} ${fields.length === 1 ? 'field' : 'fields'} ${moving === 1 ? 'changes' : 'change'}`
}

const pathWords = {
  'fivetran-api': 'Through the Fivetran API.',
  catalog: 'In Headgate only.',
  'not-possible': 'Not possible by any route.',
} as const

/** By which route it goes and whether the route is open: each sentence once, what is refused first. */
export function feasibilityLines(checked: ProposalDetail['feasibility']): { isOpen: boolean; text: string }[] {
  const lines = new Map<string, boolean>()
  for (const { feasible, applyPath, reason } of [...checked].sort((a, b) => Number(a.feasible) - Number(b.feasible))) {
    lines.set(feasible ? `${pathWords[applyPath]} ${reason}` : reason, feasible)
  }
  return [...lines].map(([text, isOpen]) => ({ text, isOpen }))
}

import { yesNo } from '@/lib/control-loop/apply/domain/plan-steps'
import { findColumn } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { ProposalDetail } from '../contract'
import type { ParsedRevision } from './parse-revision'

type Field = ProposalDetail['fields'][number]

/** Which related fields are shown beside the moving ones, so that a reader sees what does not change. */
function relatedFields(revision: ParsedRevision, tree: SchemaTree | null): Field[] {
  return revision.before.objects.flatMap((object): Field[] => {
    const same = (field: string, now: string, note: string | null = null): Field => ({
      path: object.path,
      field,
      now,
      proposed: now,
      moves: false,
      note,
    })
    if (object.hashed === null && object.primaryKey === null && object.enabled === null) {
      return object.presence === 'present'
        ? []
        : [same('at the source', object.presence === 'deleted' ? 'gone' : 'missing')]
    }
    const action = revision.actions.find(
      (candidate) =>
        'column' in candidate && `${candidate.schema}.${candidate.table}.${candidate.column}` === object.path,
    )
    const column = tree && action && 'column' in action ? findColumn(tree, action) : undefined
    const fields = [
      same('synced', yesNo(object.enabled)),
      same('hashed', yesNo(object.hashed)),
      same('primary key', yesNo(object.primaryKey)),
    ]
    if (object.hashed === null)
      return [same('synced', yesNo(object.enabled)), same('sync mode', object.syncMode ?? 'fixed')]
    if (!column) return fields
    return [
      ...fields,
      same('type in the destination', column.typeSpelling ?? 'none yet'),
      same('name in the destination', column.destinationName, 'fixed by Fivetran'),
    ]
  })
}

/** The change table: every field that moves, then the fields of the same objects that do not. */
export function listFields(revision: ParsedRevision, tree: SchemaTree | null): Field[] {
  const moving = revision.plan.flatMap((step) =>
    step.moves.map(
      (move): Field => ({
        path: move.path,
        field: move.field,
        now: move.before,
        proposed: move.after,
        moves: move.before !== move.after,
        note: step.applyPath === 'catalog' ? 'inside Headgate only' : null,
      }),
    ),
  )
  const told = new Set(moving.map(({ path, field }) => `${path}|${field}`))
  return [...moving, ...relatedFields(revision, tree).filter(({ path, field }) => !told.has(`${path}|${field}`))]
}

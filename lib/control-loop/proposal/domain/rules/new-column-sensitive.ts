import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Action } from '../action'
import type { Rule } from '../draft'

/** A new column that looks personal is hashed before its plain values spread. */
export const newColumnSensitive: Rule = {
  id: 'new-column-sensitive',
  purpose: 'Hash a new column whose name or values look personal.',
  draft({ id, change }, { classifications }) {
    if (change.kind !== 'column-added' || change.revision.hashed || change.revision.primaryKey) return null
    const path = formatPath(change.path)
    const found = classifications.get(path)
    if (!found?.sensitive || found.class === null) return null
    const actions: Action[] = [{ kind: 'set-column-hashed', ...change.path, hashed: true }]
    if (!change.revision.enabled) actions.unshift({ kind: 'set-column-enabled', ...change.path, enabled: true })
    return {
      changeIds: [id],
      path,
      actions,
      rationale: change.revision.enabled
        ? `This new column looks like ${words(found.class)} and syncs in plain text. Hashed, it still joins and counts.`
        : `This new column looks like ${words(found.class)}. Include it hashed: it joins and counts, and no plain value lands.`,
      evidence: [
        ...found.evidence,
        change.revision.enabled
          ? {
              verdict: 'against',
              text: 'Values that synced since it appeared are in the destination in plain text',
              measure: null,
            }
          : { verdict: 'for', text: 'No plain value has landed yet; the column is off', measure: null },
      ],
    }
  },
}

function words(dataClass: string): string {
  const spaced = dataClass.replaceAll('-', ' ')
  return /^[aeiou]/.test(spaced) ? `an ${spaced}` : `a ${spaced}`
}

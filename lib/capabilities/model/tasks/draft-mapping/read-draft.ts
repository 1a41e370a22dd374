import { knownNames } from '@/lib/capabilities/model/domain/known-names'
import { escapeInvisible } from '@/lib/capabilities/model/domain/quote-untrusted'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { DraftSuggestion } from '@/lib/control-loop/proposal/domain/drafting'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { suggestionsMax } from './limits'
import type { DraftedAction, DraftMappingOutput } from './output'
import type { DraftMappingInput } from './prompt'

export interface ReadDraft {
  rationale: string
  actions: DraftedAction[]
  suggestions: DraftSuggestion[]
}

/**
 * A model's draft with the names as the source spells them, and with texts fit to be shown. A name it was not shown stays as it wrote it, spelled out:
 * the checker then finds no such object. Suggestions about columns that do not exist are left out. Pure.
 */
export function readDraft(output: DraftMappingOutput, input: DraftMappingInput, columns: readonly string[]): ReadDraft {
  const schemaOf = knownNames([input.schema])
  const tableOf = knownNames([input.table])
  const columnOf = knownNames(columns)
  const actions = output.actions.map((action): DraftedAction => {
    const place = {
      schema: schemaOf(action.schema) ?? escapeInvisible(action.schema),
      table: tableOf(action.table) ?? escapeInvisible(action.table),
    }
    return 'column' in action
      ? { ...action, ...place, column: columnOf(action.column) ?? escapeInvisible(action.column) }
      : { ...action, ...place }
  })
  const suggestions = output.suggestions.slice(0, suggestionsMax).flatMap((said): DraftSuggestion[] => {
    const column = said.column === '' ? undefined : columnOf(said.column)
    const isTarget = said.about === 'target-column'
    const target = isTarget ? columnOf(said.value) : said.value
    if (column === null || target === null || said.value.trim() === '') return []
    const path = formatPath({ schema: input.schema, table: input.table, column })
    return [{ path, about: said.about, value: shownText(target, 300), reason: shownText(said.reason, 300) }]
  })
  const rationale = shownText(output.rationale, 2_000)
  return { rationale, actions, suggestions }
}

import { DefinitionList } from '@/components/ui/definition-list'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import type { Mapping, TableMapping, TableNote } from '@/lib/capabilities/mapping/contract'
import { keyColumns } from '@/lib/capabilities/mapping/domain/proposal/key-columns'
import { syncModeWords } from './mapping-words'

export type TableFactsProps = {
  table: TableMapping
  mapping: Mapping
  proposed: TableMapping | undefined
  note: TableNote | undefined
}

const shownMax = 6

/** Why a table is proposed so: key, mode, load, how to lay it out, what it refers to, what became of nested values. */
export function TableFacts({ table, mapping, proposed, note }: TableFactsProps) {
  const { foreignKeys, nested } = table
  const added = keyColumns(table, { ...mapping, collisions: [] }).filter(({ isAdded }) => isAdded)
  const layout = [
    table.partitionBy === null ? null : `partition by \`${table.partitionBy}\``,
    table.clusterBy.length === 0 ? null : `cluster by ${names(table.clusterBy)}`,
  ].filter((part) => part !== null)
  const items = [
    { term: 'Key', text: keyText(table, note) },
    ...(added.length === 0
      ? []
      : [{ term: 'Key', text: `${names(added.map(({ name }) => name))} comes before it, written by the connector` }]),
    { term: 'Mode', text: modeText(table, proposed) },
    { term: 'Load', text: loadText(table, proposed, note) },
    ...(layout.length > 0 ? [{ term: 'In the warehouse', text: layout.join(', ') }] : []),
    ...foreignKeys.slice(0, shownMax).map((foreign) => ({
      term: 'Refers to',
      text: `${names(foreign.columns)} to \`${foreign.table}\`${foreign.references.length > 0 ? ` (${names(foreign.references)})` : ''}. ${foreign.reason}`,
    })),
    ...nested.slice(0, shownMax).map((value) => ({
      term: 'Nested',
      text: `\`${value.path}\` ${nestedWords(value)}. ${value.reason}`,
    })),
  ]
  const hidden = Math.max(0, foreignKeys.length - shownMax) + Math.max(0, nested.length - shownMax)
  return (
    <div className="px-5 py-3">
      <DefinitionList
        items={grouped(items).map(({ term, texts }) => ({
          term,
          value: texts.map((text) => (
            <span key={text} className="block text-ink-2">
              <Sentence text={text} />
            </span>
          )),
        }))}
      />
      {hidden > 0 && <p className="pt-1.5 text-xs text-ink-3">and {hidden} more like these</p>}
    </div>
  )
}

function keyText({ key, keyReason }: TableMapping, note: TableNote | undefined): string {
  if (key.length === 0) return 'No column tells its rows apart: every change becomes another row'
  const ranked = note?.keys.find(({ columns }) => columns.join('\n') === key.join('\n'))
  if (ranked === undefined) return `${names(key)}, set by you`
  return `${names(key)}: ${ranked.reasons.join('; ') || keyReason}`
}

function modeText({ syncMode, syncModeReason }: TableMapping, proposed: TableMapping | undefined): string {
  if (proposed === undefined || proposed.syncMode === syncMode) return syncModeReason
  return `Set by you. Proposed was ${syncModeWords[proposed.syncMode]}: ${syncModeReason}`
}

function loadText(table: TableMapping, proposed: TableMapping | undefined, note: TableNote | undefined): string {
  if (proposed === undefined || (proposed.load === table.load && proposed.cursor === table.cursor))
    return table.loadReason
  const known = note?.cursors.find(({ column }) => column === table.cursor)
  return known === undefined ? 'Set by you' : `Set by you. ${known.reason}`
}

function nestedWords({ as, table }: TableMapping['nested'][number]): string {
  if (as === 'columns') return 'becomes columns'
  return as === 'json' ? 'stays JSON' : `becomes the table \`${revealInvisible(table ?? '')}\``
}

function grouped(items: readonly { term: string; text: string }[]): { term: string; texts: string[] }[] {
  const byTerm = new Map<string, string[]>()
  for (const { term, text } of items) byTerm.set(term, [...(byTerm.get(term) ?? []), text])
  return [...byTerm].map(([term, texts]) => ({ term, texts: [...new Set(texts)] }))
}

const names = (columns: readonly string[]) => columns.map((column) => `\`${column}\``).join(', ')

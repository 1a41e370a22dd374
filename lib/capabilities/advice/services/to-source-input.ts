import { fieldName, MappingInputError } from '@/lib/capabilities/mapping/domain/inferred-table'
import { readRecords } from '@/lib/capabilities/mapping/services/read-records'
import { blankSource } from '@/lib/capabilities/model/tasks/read-source/blank-source'
import type { ReadSourceInput } from '@/lib/capabilities/model/tasks/read-source/prompt'
import type { AdviceRequest } from '../domain/advice'

type SourceRequest = Extract<AdviceRequest, { kind: 'read-source' }>

/**
 * What of a pasted source is sent: a document without the values of its examples, or of samples only the fields that the rules found in them. Samples
 * themselves stay here.
 */
export async function toSourceInput({
  name,
  source,
  text,
}: SourceRequest): Promise<
  { outcome: 'readable'; input: ReadSourceInput } | { outcome: 'unreadable'; sentence: string }
> {
  if (source !== 'records') {
    return { outcome: 'readable', input: { name, kind: source, text: blankSource(source, text) } }
  }
  try {
    const tables = await readRecords(text, name)
    const lines = tables.flatMap((table) =>
      table.fields.map(
        (field) => `${table.name}: ${fieldName(field)} ${field.type}${field.nullable ? ', may be empty' : ''}`,
      ),
    )
    return { outcome: 'readable', input: { name, kind: 'fields', text: lines.join('\n') } }
  } catch (error) {
    if (!(error instanceof MappingInputError)) throw error
    return { outcome: 'unreadable', sentence: `The samples cannot be read: ${error.message}.` }
  }
}

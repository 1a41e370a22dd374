import type { Connection, Prisma } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { CredentialsRefusedError, FivetranError, RateLimitedError } from '@/lib/integrations/fivetran/errors'
import type { FivetranPort, SchemaConfig } from '@/lib/integrations/fivetran/port'
import { db } from '@/lib/platform/db/client'
import { chooseTables, type TableToAsk, tablesAskedMax } from '../domain/choose-tables'
import { judgeReading } from '../domain/judge-reading'
import { ownEntry } from '../domain/own-entry'
import type { SourceAnswer } from '../domain/source-observation'
import { keptAnswerSchema, type SourceReading, type TableEvidence, tableEvidenceSchema } from '../domain/source-reading'

/** Which tables to ask: those that moved, the longest unasked whether they moved or not, or only these. */
export type SourceScope = 'moved' | 'all' | readonly { schema: string; table: string }[]

export interface SourceAnswers {
  answers: Record<string, Record<string, SourceAnswer>>
  known: number
  asked: number
  /** Tables that could not be asked, with the first reason. */
  failed: number
  failure: string | null
  /** Tables that must be asked in a look that follows. */
  rest: number
  /** The service, or our own budget, asks to wait this long before the rest. */
  waitSeconds: number | null
}

interface Evidences {
  of(schema: string, table: string): TableEvidence
  isLogFresh: boolean
}

/** A source that fails this often in one look is not asked further. */
const failuresMax = 5

/**
 * Asks the source for the tables the scope names and keeps each answer as soon as it is there, so that a look that is killed goes on
 * where it stopped. Tables that are not asked answer with what they said last.
 */
export async function askSource(
  port: FivetranPort,
  connection: Connection,
  config: SchemaConfig,
  scope: SourceScope,
  evidences: Evidences,
): Promise<SourceAnswers> {
  const tables = Object.entries(config.schemas).flatMap(([schema, { tables }]) =>
    Object.entries(tables)
      .filter(([, table]) => table.supportsColumns && table.lock?.code !== 'deleted')
      .map(([table]) => ({ schema, table })),
  )
  const readings = await loadReadings(connection.id)
  const result: SourceAnswers = {
    answers: Object.create(null),
    known: tables.length,
    asked: 0,
    failed: 0,
    failure: null,
    rest: 0,
    waitSeconds: null,
  }
  for (const { schema, table } of tables) {
    const reading = readings.get(keyOf(schema, table))
    if (reading) put(result.answers, schema, table, reading.answer)
  }
  if (connection.setupState !== 'connected') {
    return { ...result, failed: tables.length, failure: 'The connection is not connected to its source.' }
  }
  const { chosen, rest } = chooseFor(scope, tables, readings, evidences)
  for (const [index, { schema, table }] of chosen.entries()) {
    try {
      const answer = await port.readSourceColumns(externalIdOf(connection), schema, table)
      await keepReading(connection.id, schema, table, evidences.of(schema, table), answer)
      put(result.answers, schema, table, answer)
      result.asked += 1
    } catch (error) {
      if (!(error instanceof FivetranError) || error instanceof CredentialsRefusedError) throw error
      if (error instanceof RateLimitedError) {
        return { ...result, rest: rest + chosen.length - index, waitSeconds: error.retryAfterSeconds }
      }
      result.failed += 1
      result.failure ??= error.vendorMessage ?? error.sentence
      if (result.failed >= failuresMax) return { ...result, failed: result.failed + chosen.length - index - 1 }
    }
  }
  return { ...result, rest }
}

function chooseFor(
  scope: SourceScope,
  tables: { schema: string; table: string }[],
  readings: Map<string, SourceReading>,
  evidences: Evidences,
): { chosen: { schema: string; table: string }[]; rest: number } {
  if (scope !== 'moved' && scope !== 'all') return { chosen: [...scope], rest: 0 }
  const nowMs = Date.now()
  const candidates = tables.flatMap(({ schema, table }): TableToAsk[] => {
    const reading = readings.get(keyOf(schema, table))
    const judged = judgeReading(reading, evidences.of(schema, table), { nowMs, isLogFresh: evidences.isLogFresh })
    const reason = judged === 'current' && scope === 'all' ? 'old' : judged
    return reason === 'current' ? [] : [{ schema, table, reason, askedAtMs: reading?.askedAtMs ?? 0 }]
  })
  if (scope === 'moved') return chooseTables(candidates)
  // Whoever asked for a refresh wants to see now, not in several looks.
  const oldest = candidates.sort((one, other) => one.askedAtMs - other.askedAtMs)
  return { chosen: oldest.slice(0, tablesAskedMax), rest: chooseTables(oldest.slice(tablesAskedMax)).chosen.length }
}

async function loadReadings(connectionId: string): Promise<Map<string, SourceReading>> {
  const rows = await db.sourceReading.findMany({ where: { connectionId } })
  return new Map(
    rows.map(({ schema, table, evidence, columns, askedAt }) => [
      keyOf(schema, table),
      {
        evidence: tableEvidenceSchema.parse(evidence),
        answer: keptAnswerSchema.parse(columns),
        askedAtMs: askedAt.getTime(),
      },
    ]),
  )
}

async function keepReading(
  connectionId: string,
  schema: string,
  table: string,
  evidence: TableEvidence,
  answer: Exclude<SourceAnswer, undefined>,
): Promise<void> {
  const columns = (answer === 'absent' ? null : answer) as Prisma.InputJsonValue | null
  await db.$executeRaw`
    INSERT INTO source_reading (connection_id, schema, "table", evidence, columns, asked_at)
    VALUES (${connectionId}::uuid, ${schema}, ${table}, ${JSON.stringify(evidence)}::jsonb,
            ${columns === null ? null : JSON.stringify(columns)}::jsonb, now())
    ON CONFLICT (connection_id, schema, "table")
    DO UPDATE SET evidence = EXCLUDED.evidence, columns = EXCLUDED.columns, asked_at = EXCLUDED.asked_at`
}

/** One table's key in a map. Names may hold any character but this one. */
export const keyOf = (schema: string, table: string) => `${schema}\u0000${table}`

function put(answers: SourceAnswers['answers'], schema: string, table: string, answer: SourceAnswer): void {
  const ofSchema = ownEntry(answers, schema) ?? Object.create(null)
  ofSchema[table] = answer
  answers[schema] = ofSchema
}

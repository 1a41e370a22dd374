import { type ColumnClass, Prisma } from '@/generated/prisma/client'
import type { Classification as DraftClassification } from '@/lib/control-loop/proposal/domain/draft'
import { type Evidence, evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import { type Tx, transact } from '@/lib/platform/db/client'
import type { Classification } from '../domain/classify-column'
import { dataClassSchema, isSensitive } from '../domain/data-class'
import { recogniserVersion } from './recogniser-version'
import { type StandingClass, weighJudgement } from './weigh-judgement'

export interface TableRef {
  connectionId: string
  schema: string
  table: string
}

/** Columns written in one transaction: a table may have thousands. */
const batchSize = 500
const classOrNone = dataClassSchema.nullable()
const asJson = (evidence: readonly Evidence[]) => evidence as unknown as Prisma.InputJsonValue

/**
 * Keeps what the recognisers say of a table's columns, without touching what a person decided, and gives what counts by column name. See
 * weighJudgement for what becomes of each.
 */
export async function keepJudgements(
  ref: TableRef,
  judged: ReadonlyMap<string, Classification>,
): Promise<ReadonlyMap<string, DraftClassification>> {
  const effective = new Map<string, DraftClassification>()
  const entries = [...judged]
  for (let at = 0; at < entries.length; at += batchSize) {
    const batch = new Map(entries.slice(at, at + batchSize))
    // Kept apart until it is committed: a transaction may run twice.
    for (const [column, counts] of await transact((tx) => keepBatch(tx, ref, batch))) effective.set(column, counts)
  }
  return effective
}

async function keepBatch(
  tx: Tx,
  ref: TableRef,
  judged: ReadonlyMap<string, Classification>,
): Promise<Map<string, DraftClassification>> {
  // Locked, so that a decision made meanwhile is either seen here or comes after.
  await tx.$queryRaw`
    SELECT 1 FROM column_class
    WHERE connection_id = ${ref.connectionId}::uuid AND schema = ${ref.schema} AND "table" = ${ref.table}
    ORDER BY "column" FOR UPDATE`
  const rows = await tx.columnClass.findMany({ where: { ...ref, column: { in: [...judged.keys()] } } })
  const byColumn = new Map(rows.map((row) => [row.column, row]))
  const effective = new Map<string, DraftClassification>()
  const firsts: Prisma.ColumnClassCreateManyInput[] = []
  for (const [column, fresh] of judged) {
    const row = byColumn.get(column)
    const weighed = weighJudgement(row ? standingOf(row) : null, fresh, recogniserVersion)
    effective.set(column, weighed.effective)
    const recognised = {
      recognisedClass: fresh.class,
      evidence: asJson(fresh.evidence),
      recogniserVersion,
      classifiedAt: new Date(),
    }
    const counts = { dataClass: fresh.class, sensitive: fresh.class !== null && isSensitive(fresh.class) }
    if (!row) {
      firsts.push({ ...ref, column, ...recognised, ...counts })
      continue
    }
    await tx.columnClass.update({
      where: { connectionId_schema_table_column: { ...ref, column } },
      data:
        weighed.outcome === 'waits'
          ? { recogniserVersion, freshClass: fresh.class, freshEvidence: asJson(fresh.evidence) }
          : {
              ...recognised,
              ...(weighed.outcome === 'counts' && counts),
              freshClass: null,
              freshEvidence: Prisma.DbNull,
            },
    })
  }
  await tx.columnClass.createMany({ data: firsts, skipDuplicates: true })
  return effective
}

function standingOf(row: ColumnClass): StandingClass {
  return {
    dataClass: classOrNone.parse(row.dataClass),
    recognisedClass: classOrNone.parse(row.recognisedClass),
    evidence: evidenceSchema.array().parse(row.evidence),
    recogniserVersion: row.recogniserVersion,
    decidedBy: row.decidedBy,
    hasPending: row.freshEvidence !== null,
  }
}

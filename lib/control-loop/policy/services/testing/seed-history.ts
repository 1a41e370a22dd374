import type { Connection } from '@/generated/prisma/client'
import { evaluatePolicy } from '@/lib/control-loop/policy/domain/evaluate-policy'
import { defaultPolicy, type Policy } from '@/lib/control-loop/policy/domain/policy'
import { makeFacts } from '@/lib/control-loop/policy/domain/testing/make-facts'
import { db } from '@/lib/platform/db/client'

/** A policy under which a rule's harmless inclusion may go by itself once `casesMin` people agreed; it waits for nothing else. Tests only. */
export function allowingInclusion(overrides: Partial<Policy['automatic']> = {}): Policy {
  const [accepting, ...rest] = defaultPolicy.rules
  return {
    ...defaultPolicy,
    rules: [
      ...(accepting ? [accepting] : []),
      {
        id: 'include-alone',
        when: {
          authors: ['rule'],
          connectionIds: [],
          services: [],
          ownerIds: [],
          changeKinds: [],
          effects: ['include-column'],
          dataClasses: ['none'],
          risks: ['low'],
          objectsMin: null,
        },
        outcome: { decision: 'allow' },
        obligations: [],
      },
      ...rest,
    ],
    automatic: { coolingMinutes: 0, perHourMax: 10, agreementMin: 0.6, casesMin: 5, ...overrides },
  }
}

/** Past proposals of a rule to include a column, decided by people as drafted and verified, one a minute until `now`. Tests only. */
export async function seedAgreed(connection: Connection, count: number, now: Date): Promise<void> {
  const facts = makeFacts({ service: connection.service, connectionId: connection.id })
  const verdict = JSON.stringify(evaluatePolicy(facts, defaultPolicy))
  await db.$executeRaw`
    WITH past AS (
      INSERT INTO proposal (id, connection_id, state, risk, schema, "table", "column", author_kind, created_at, updated_at, correlation_id)
      SELECT gen_random_uuid(), ${connection.id}::uuid, 'verified', 'low', 'public', 'past', 'c' || n, 'rule', at, at, 'test'
      FROM (SELECT n, ${now}::timestamptz - (${count}::int - n) * interval '1 minute' AS at FROM generate_series(1, ${count}::int) n) AS listed
      RETURNING id, "column")
    INSERT INTO proposal_revision (id, proposal_id, revision, actions, rationale, evidence, drafters, feasibility, plan, before_state,
                                   before_hash, plan_hash, risk, risk_reasons, verdict, policy_version, way_back)
    SELECT gen_random_uuid(), id, 1,
      jsonb_build_array(jsonb_build_object('kind', 'set-column-enabled', 'schema', 'public', 'table', 'past', 'column', "column", 'enabled', true)),
      'Seeded.', '[]', '[]', '[]', '[]', '{"objects": [], "paused": null, "changeHandling": null}', 'b', 'p', 'low', '[]',
      ${verdict}::jsonb, 1, '{"level": "full", "sentence": "Back."}'
    FROM past`
}

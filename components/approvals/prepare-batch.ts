import type { BatchGroup, BatchList, BatchMember } from '@/lib/control-loop/review/contract'

type Listed = BatchGroup['members'][number]

/** Look-alikes of one proposal that this person may decide with it, without itself. */
export function lookAlikesOf(batches: BatchList | undefined, proposalId: string): Listed[] {
  const own = batches?.groups.find(({ members }) => members.some((member) => member.proposalId === proposalId))
  return own?.members.filter((member) => member.proposalId !== proposalId) ?? []
}

/** The exact revision that is decided, as it is sent. */
export function toMember({ proposalId, revision, planHash }: BatchMember): BatchMember {
  return { proposalId, revision, planHash }
}

/** “12 in `orders`, 3 in `billing`”: where the members are, most first. */
export function distribution(members: readonly Listed[]): string {
  const counts = new Map<string, number>()
  for (const { connectionName } of members) counts.set(connectionName, (counts.get(connectionName) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${count} in \`${name}\``)
    .join(', ')
}

const wayBackWords: Record<string, string> = {
  full: 'can be taken back',
  'forward-only': 'only what comes later can be taken back',
  'cannot-come-back': 'cannot be taken back',
}

/** “low risk, can be taken back”. */
export function sameness({ risk, wayBack }: Pick<BatchGroup, 'risk' | 'wayBack'>): string {
  return `${risk} risk, ${wayBackWords[wayBack] ?? wayBack}`
}

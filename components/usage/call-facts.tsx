import { formatTook } from '@/components/apply-runs/format-took'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import type { CallDetail } from '@/lib/capabilities/model/contract'

export type CallFactsProps = { call: CallDetail }

/** Which model, how many tokens, what it cost and why, how long it took, and what it fed. */
export function CallFacts({ call }: CallFactsProps) {
  const { price, connection, proposal } = call
  const tokens =
    call.inputTokens === null
      ? 'not reported'
      : `${formatCount(call.inputTokens)} in, ${formatCount(call.outputTokens ?? 0)} out`
  const cost = call.cached
    ? 'nothing: answered from the cache'
    : `${formatMoney(call.costMicros)}, of ${formatMoney(call.reservedMicros)} reserved`
  return (
    <Section title="Cost" gutter="inspector">
      <DefinitionList
        gutter="inspector"
        items={[
          { term: 'Provider', value: call.provider ? revealInvisible(call.provider) : 'none was asked' },
          {
            term: 'Model',
            value: (
              <span className="mono">
                {call.model ? revealInvisible(call.model) : 'none'}
                {call.servedBy && call.servedBy !== call.model && `, served by ${revealInvisible(call.servedBy)}`}
              </span>
            ),
          },
          { term: 'Tokens', value: tokens },
          { term: 'Cost', value: cost },
          ...(price
            ? [
                {
                  term: 'Price',
                  value: `${formatMoney(price.inputMicrosPerMillion)} in, ${formatMoney(price.outputMicrosPerMillion)} out, a million tokens`,
                },
              ]
            : []),
          ...(call.chargeNote ? [{ term: 'Note', value: revealInvisible(call.chargeNote) }] : []),
          { term: 'Took', value: call.tookMs === null ? 'unknown' : formatTook(call.tookMs) },
          { term: 'Retries', value: String(call.retries) },
          ...(connection
            ? [
                {
                  term: 'Connection',
                  value: <Link href={`/connections/${connection.id}`}>{revealInvisible(connection.name)}</Link>,
                },
              ]
            : []),
          {
            term: 'Fed',
            value: proposal ? (
              <>
                <Link href={`/approvals/${proposal.id}`}>{`P-${proposal.number}`}</Link>, now{' '}
                {proposal.state.replaceAll('-', ' ')}
              </>
            ) : (
              'no proposal'
            ),
          },
          ...(call.replayOf
            ? [{ term: 'Repeats', value: <Link href={`/usage/models/calls/${call.replayOf}`}>the first call</Link> }]
            : []),
          {
            term: 'Thread',
            value: (
              <Link href={`/activity?correlation=${encodeURIComponent(call.correlationId)}`}>
                <span className="mono">{call.correlationId.slice(0, 13)}</span>
              </Link>
            ),
          },
        ]}
      />
    </Section>
  )
}

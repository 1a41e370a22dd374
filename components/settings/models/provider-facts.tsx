'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatClock, formatDay, formatDistance } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Switch } from '@/components/ui/switch'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { editProviderMutation, testProviderMutation } from '@/lib/capabilities/model/queries'
import { OutsideState } from '../outside-state'
import { ValueRow } from '../value-row'
import { keyWords } from './prepare-provider'
import { ProviderProbes } from './provider-probes'
import { RemoveProvider } from './remove-provider'

export type ProviderFactsProps = {
  provider: ProviderView
  mayEdit: boolean
  onEdit: () => void
}

/** Address, key and state of a provider, what its last test said, and what can be done with it. */
export function ProviderFacts({ provider, mayEdit, onEdit }: ProviderFactsProps) {
  const now = useNow()
  const client = useQueryClient()
  const test = useMutation(testProviderMutation(client, provider.id))
  const edit = useMutation(editProviderMutation(client, provider.id))
  const isResting = provider.restsUntil !== null && new Date(provider.restsUntil).getTime() > now.getTime()
  return (
    <>
      <ValueRow label="Address">
        <span className="mono">{revealInvisible(provider.baseUrl)}</span>
        {provider.apiVersion && <span className="mono text-ink-3"> {revealInvisible(provider.apiVersion)}</span>}
      </ValueRow>
      <ValueRow label="Key" note={keyNote(provider, now)}>
        <span className={provider.keyHint ? 'mono' : undefined}>{revealInvisible(keyWords(provider))}</span>
      </ValueRow>
      <ValueRow
        label="State"
        note={
          provider.testUnderWay
            ? 'The worker tests it now.'
            : provider.stateDetail
              ? revealInvisible(provider.stateDetail)
              : provider.stateAt && `tested ${formatDistance(provider.stateAt, now)}`
        }
      >
        <OutsideState state={provider.state} />
      </ValueRow>
      {isResting && provider.restsUntil && (
        <ValueRow label="Rests" note={provider.restReason ? revealInvisible(provider.restReason) : null}>
          <span className="text-warn-ink">until {formatClock(provider.restsUntil)} UTC</span>, the next in order answers
        </ValueRow>
      )}
      <ProviderProbes probes={provider.probes} modelsSeen={provider.modelsSeen} />
      <div className="mt-1 flex flex-wrap items-center gap-2 sm:ps-36">
        <Button
          size="sm"
          icon={<Icon of={FlaskConical} />}
          onPress={() => test.mutate()}
          isPending={test.isPending || provider.testUnderWay}
          isDisabled={!mayEdit}
        >
          Test
        </Button>
        <Button size="sm" onPress={onEdit} isDisabled={!mayEdit}>
          Edit…
        </Button>
        <RemoveProvider provider={provider} isDisabled={!mayEdit} />
        <Switch
          isSelected={provider.enabled}
          onChange={(enabled) => edit.mutate({ enabled })}
          isDisabled={!mayEdit || edit.isPending}
        >
          In use
        </Switch>
      </div>
      <ProblemMessage error={test.error ?? edit.error} what="This" />
    </>
  )
}

function keyNote(provider: ProviderView, now: Date): string {
  if (!provider.keySetAt) return provider.keyHint ? 'write only' : 'calls go out without one'
  const by = provider.keySetBy ? ` by ${revealInvisible(provider.keySetBy)}` : ''
  return `write only, set${by} on ${formatDay(provider.keySetAt, now)}`
}

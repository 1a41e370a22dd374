'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { showToast } from '@/components/ui/toast'
import type { ExportView } from '@/lib/capabilities/model/contract'
import { saveExportMutation, testExportMutation } from '@/lib/capabilities/model/queries'
import { OutsideState } from '../outside-state'
import { SettingsSection } from '../settings-section'
import { ValueRow } from '../value-row'
import { ExportForm } from './export-form'

export type ExportSectionProps = { target: ExportView; mayEdit: boolean }

const kindWords: Record<ExportView['kind'], string> = {
  off: 'off',
  otlp: 'OpenTelemetry, OTLP/HTTP',
  langfuse: 'Langfuse',
}

/** Where a span of each call is sent, if anywhere. */
export function ExportSection({ target, mayEdit }: ExportSectionProps) {
  const client = useQueryClient()
  const test = useMutation(testExportMutation(client))
  const stop = useMutation(saveExportMutation(client))
  const [isEditing, setIsEditing] = useState(false)
  const isOff = target.kind === 'off'
  return (
    <SettingsSection title="Export" note="A span of each call for your own tracing. Off unless you set it.">
      {isEditing ? (
        <ExportForm target={target} onDone={() => setIsEditing(false)} />
      ) : (
        <>
          <ValueRow label="Sent to">{kindWords[target.kind]}</ValueRow>
          {!isOff && (
            <>
              <ValueRow label="Address">
                <span className="mono">{target.endpoint && revealInvisible(target.endpoint)}</span>
              </ValueRow>
              {target.headerHint && (
                <ValueRow label={target.headerName ? revealInvisible(target.headerName) : 'Key'} note="write only">
                  <span className="mono">{revealInvisible(target.headerHint)}</span>
                </ValueRow>
              )}
              <ValueRow label="State" note={target.stateDetail ? revealInvisible(target.stateDetail) : null}>
                <OutsideState state={target.state} />
              </ValueRow>
              <ValueRow
                label="Words"
                note={target.waiting > 0 ? `${formatCount(target.waiting)} wait to be sent` : null}
              >
                {target.withContent
                  ? 'questions and answers go along, masked'
                  : 'not sent: tokens, cost and times only'}
              </ValueRow>
            </>
          )}
          <div className="mt-1 flex flex-wrap items-center gap-2 sm:ps-36">
            {!isOff && (
              <Button
                size="sm"
                icon={<Icon of={FlaskConical} />}
                onPress={() => test.mutate()}
                isPending={test.isPending}
                isDisabled={!mayEdit}
              >
                Test
              </Button>
            )}
            <Button size="sm" onPress={() => setIsEditing(true)} isDisabled={!mayEdit}>
              {isOff ? 'Set an export…' : 'Replace…'}
            </Button>
            {!isOff && (
              <Button
                size="sm"
                kind="quiet"
                isPending={stop.isPending}
                isDisabled={!mayEdit}
                onPress={() => stop.mutate({ kind: 'off' }, { onSuccess: () => showToast('The export is off.') })}
              >
                Switch it off
              </Button>
            )}
          </div>
          <ProblemMessage error={test.error ?? stop.error} what="This" />
        </>
      )}
    </SettingsSection>
  )
}

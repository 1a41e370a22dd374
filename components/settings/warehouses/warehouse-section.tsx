'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { testWarehouseMutation } from '@/lib/control-loop/connection/queries'
import { OutsideState } from '../outside-state'
import { SettingsSection } from '../settings-section'
import { ValueRow } from '../value-row'
import { WarehouseForm } from './warehouse-form'

export type WarehouseSectionProps = { destination: FivetranSettings['destinations'][number]; mayEdit: boolean }

/** One destination: its access as it stands, or the form that sets it. */
export function WarehouseSection({ destination, mayEdit }: WarehouseSectionProps) {
  const client = useQueryClient()
  const test = useMutation(testWarehouseMutation(client, destination.id))
  const [isEditing, setIsEditing] = useState(false)
  const { warehouseConfigured, warehouseDoor, warehouseState, warehouseDetail, warehouseHint } = destination
  return (
    <SettingsSection
      title={revealInvisible(destination.name)}
      note={
        <>
          {destination.service}, <span className="mono">{revealInvisible(destination.externalId)}</span>
        </>
      }
    >
      {warehouseDoor === null ? (
        <p className="text-ink-2">
          There is no reader for {destination.service} yet: types of its columns stay unknown, everything else works.
        </p>
      ) : isEditing ? (
        <WarehouseForm destinationId={destination.id} door={warehouseDoor} onDone={() => setIsEditing(false)} />
      ) : warehouseConfigured ? (
        <>
          <ValueRow label="Access">
            <span className="mono">{warehouseHint ? revealInvisible(warehouseHint) : 'set'}</span>
          </ValueRow>
          <ValueRow label="State" note={warehouseDetail ? revealInvisible(warehouseDetail) : undefined}>
            <OutsideState state={warehouseState} />
          </ValueRow>
          <div className="flex flex-wrap items-center gap-2 sm:ps-36">
            <Button
              size="sm"
              icon={<Icon of={FlaskConical} />}
              onPress={() => test.mutate()}
              isPending={test.isPending}
              isDisabled={!mayEdit}
            >
              Test again
            </Button>
            <Button size="sm" kind="quiet" onPress={() => setIsEditing(true)} isDisabled={!mayEdit}>
              Replace…
            </Button>
            <span className="text-xs text-ink-3">It is sealed; only the worker can open it.</span>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-ink-2">No access yet: types of its columns stay unknown.</span>
          <Button size="sm" onPress={() => setIsEditing(true)} isDisabled={!mayEdit}>
            Set the access…
          </Button>
        </div>
      )}
      {test.error && (
        <div className="mt-2">
          <ProblemMessage error={test.error} what="The test" />
        </div>
      )}
    </SettingsSection>
  )
}

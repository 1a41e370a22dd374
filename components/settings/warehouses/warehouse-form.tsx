'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { showToast } from '@/components/ui/toast'
import { type WarehouseDoor, warehouseAccessSchemas } from '@/lib/control-loop/connection/domain/warehouse-access'
import { saveWarehouseMutation } from '@/lib/control-loop/connection/queries'
import { FieldRows } from '../field-rows'
import { useFields } from '../use-fields'
import { AccessFieldRow } from './access-field-row'
import { accessFields, prepareAccess } from './access-fields'

export type WarehouseFormProps = { destinationId: string; door: WarehouseDoor; onDone: () => void }

/** Access to one warehouse, written and never shown again. Everything is given anew: a changed host never receives another's password. */
export function WarehouseForm({ destinationId, door, onDone }: WarehouseFormProps) {
  const client = useQueryClient()
  const save = useMutation(saveWarehouseMutation(client, destinationId))
  const [hasTls, setHasTls] = useState(true)
  const asked = accessFields[door]
  const fields = useFields<string>(
    Object.fromEntries(asked.map(({ name, initial = '' }) => [name, initial])),
    Object.fromEntries(asked.map(({ name, sentence }) => [name, sentence])),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const request = fields.parse(warehouseAccessSchemas[door], prepareAccess(door, fields.values, hasTls))
    if (!request) return
    save.mutate(request, {
      onSuccess: () => {
        showToast('Sealed. The worker tests the access now.')
        onDone()
      },
      onError: fields.refuse,
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <FieldRows>
        {asked.map((field, position) => (
          <AccessFieldRow
            key={field.name}
            field={field}
            bound={fields.bind(field.name)}
            hasAutoFocus={position === 0}
          />
        ))}
      </FieldRows>
      <div className="sm:ps-36">
        <Switch isSelected={hasTls} onChange={setHasTls}>
          Encrypt the connection (TLS)
        </Switch>
      </div>
      <ProblemMessage error={save.error} what="Saving the access" />
      <div className="flex flex-wrap items-center gap-2 sm:ps-36">
        <Button kind="decide" type="submit" isPending={save.isPending}>
          Save and test
        </Button>
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

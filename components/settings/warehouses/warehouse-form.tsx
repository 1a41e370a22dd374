'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { PasswordField } from '@/components/ui/password-field'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { saveWarehouseRequestSchema } from '@/lib/control-loop/connection/contract'
import { saveWarehouseMutation } from '@/lib/control-loop/connection/queries'
import { FieldRows } from '../field-rows'
import { useFields } from '../use-fields'

export type WarehouseFormProps = { destinationId: string; onDone: () => void }

const sentences = {
  host: 'Give the host, without a protocol.',
  port: 'Give a port between 1 and 65535.',
  database: 'Give the database.',
  user: 'Give a user who may only read.',
  password: 'A password has at most 500 characters.',
}

/** Access to one warehouse, written and never shown again. Everything is given anew: a changed host never receives another's password. */
export function WarehouseForm({ destinationId, onDone }: WarehouseFormProps) {
  const client = useQueryClient()
  const save = useMutation(saveWarehouseMutation(client, destinationId))
  const [hasTls, setHasTls] = useState(true)
  const fields = useFields({ host: '', port: '5432', database: '', user: '', password: '' }, sentences)

  function submit(event: FormEvent) {
    event.preventDefault()
    const request = fields.parse(saveWarehouseRequestSchema, {
      ...fields.values,
      port: Number(fields.values.port),
      tls: hasTls,
    })
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
        <TextField label="Host" isMono {...fields.bind('host')} autoComplete="off" hasAutoFocus />
        <TextField label="Port" type="number" {...fields.bind('port')} />
        <TextField label="Database" isMono {...fields.bind('database')} autoComplete="off" />
        <TextField label="User" isMono {...fields.bind('user')} autoComplete="off" />
        <PasswordField label="Password" {...fields.bind('password')} autoComplete="off" />
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

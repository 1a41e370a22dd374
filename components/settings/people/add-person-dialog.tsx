'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { roleWords } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { PasswordField } from '@/components/ui/password-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { createPersonRequestSchema, PASSWORD_LENGTH_MIN } from '@/lib/platform/auth/contract'
import { createPersonMutation } from '@/lib/platform/auth/queries'
import { type Role, roles } from '@/lib/platform/auth/roles-and-permissions'
import { useFields } from '../use-fields'

export type AddPersonDialogProps = { onClose: () => void }

const roleHints: Record<Role, string> = {
  viewer: 'reads',
  engineer: 'proposes and applies',
  steward: 'decides',
  admin: 'settings and people',
}
const roleOptions = roles.map((role) => ({ id: role, label: roleWords[role], hint: roleHints[role] }))

const sentences = {
  name: 'Give the name of the person.',
  email: 'Give a whole e-mail address.',
}

/** Adds a person with a first password, or with their subject at single sign-on. */
export function AddPersonDialog({ onClose }: AddPersonDialogProps) {
  const client = useQueryClient()
  const create = useMutation(createPersonMutation(client))
  const [role, setRole] = useState<Role>('steward')
  const fields = useFields({ name: '', email: '', password: '', ssoSubject: '' }, sentences)

  function add() {
    const { name, email, password, ssoSubject } = fields.values
    const request = fields.parse(createPersonRequestSchema, {
      name,
      email: email.trim(),
      role,
      password: password || undefined,
      ssoSubject: ssoSubject.trim() || undefined,
    })
    if (!request) return
    create.mutate(request, {
      onSuccess: (person) => {
        showToast(`${person.name} may sign in.`)
        onClose()
      },
      onError: fields.refuse,
    })
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title="Add a person"
      size="md"
      actions={
        <>
          <Button kind="decide" onPress={add} isPending={create.isPending}>
            Add
          </Button>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <TextField label="Name" {...fields.bind('name')} hasAutoFocus maxLength={100} autoComplete="off" />
        <TextField label="E-mail" type="email" {...fields.bind('email')} autoComplete="off" />
        <Select label="Role" options={roleOptions} value={role} onChange={setRole} />
        <PasswordField
          label="First password"
          {...fields.bind('password')}
          autoComplete="new-password"
          hint={`At least ${PASSWORD_LENGTH_MIN} characters. Hand it over yourself; Headgate sends no mail.`}
        />
        <TextField
          label="Subject at single sign-on"
          {...fields.bind('ssoSubject')}
          autoComplete="off"
          hint="Instead of a password, if your organisation signs in by it."
        />
        <ProblemMessage error={create.error} what="Adding the person" />
      </div>
    </Dialog>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { createProviderRequestSchema } from '@/lib/capabilities/model/contract'
import { createProviderMutation } from '@/lib/capabilities/model/queries'
import { SettingsSection } from '../settings-section'
import { createRequestOf, type ProviderKindChoice } from './prepare-provider'
import { type ProviderFields, ProviderForm } from './provider-form'

export type AddProviderProps = { isFirst: boolean; mayEdit: boolean }

/** Where another provider is given. Before the first one: what works without any. */
export function AddProvider({ isFirst, mayEdit }: AddProviderProps) {
  const create = useMutation(createProviderMutation(useQueryClient()))
  const [isOpen, setIsOpen] = useState(false)

  function close() {
    create.reset()
    setIsOpen(false)
  }

  function save(fields: ProviderFields, kind: ProviderKindChoice) {
    const request = fields.parse(createProviderRequestSchema, createRequestOf(fields.values, kind))
    if (!request) return
    create.mutate(request, {
      onSuccess: () => {
        showToast('Sealed. The worker tests it now.')
        close()
      },
      onError: fields.refuse,
    })
  }

  return (
    <SettingsSection
      title={isFirst ? 'Providers' : 'Another provider'}
      note="OpenAI, Azure OpenAI, a gateway or a server of your own."
    >
      {isOpen ? (
        <ProviderForm
          provider={null}
          isPending={create.isPending}
          error={create.error}
          onSave={save}
          onCancel={close}
        />
      ) : (
        <div className="grid justify-items-start gap-3">
          {isFirst && (
            <p className="max-w-[66ch] text-ink-2">
              No model is configured. Everything works by the built-in rules: they draft, classify and advise, and their
              drafts say so. Nothing leaves this installation for a model.
            </p>
          )}
          <Button
            size={isFirst ? 'md' : 'sm'}
            kind={isFirst ? 'decide' : 'outline'}
            icon={<Icon of={Plus} />}
            onPress={() => setIsOpen(true)}
            disabledReason={mayEdit ? null : `${whoMay('models.configure')} can.`}
          >
            Add a provider
          </Button>
        </div>
      )}
    </SettingsSection>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { showToast } from '@/components/ui/toast'
import { editProviderRequestSchema, type ProviderView } from '@/lib/capabilities/model/contract'
import { editProviderMutation } from '@/lib/capabilities/model/queries'
import { SettingsSection } from '../settings-section'
import { editRequestOf, type ProviderKindChoice } from './prepare-provider'
import { ProviderFacts } from './provider-facts'
import { type ProviderFields, ProviderForm } from './provider-form'
import { ProviderPrices } from './provider-prices'

export type ProviderSectionProps = {
  provider: ProviderView
  mayEdit: boolean
}

/** One provider: as it stands with its prices, or the form that changes it. */
export function ProviderSection({ provider, mayEdit }: ProviderSectionProps) {
  const edit = useMutation(editProviderMutation(useQueryClient(), provider.id))
  const [isEditing, setIsEditing] = useState(false)

  function close() {
    edit.reset()
    setIsEditing(false)
  }

  function save(fields: ProviderFields, kind: ProviderKindChoice) {
    const request = fields.parse(editProviderRequestSchema, editRequestOf(fields.values, kind, provider))
    if (!request) return
    edit.mutate(request, {
      onSuccess: () => {
        showToast('Saved. The worker tests it now.')
        close()
      },
      onError: fields.refuse,
    })
  }

  return (
    <SettingsSection
      title={revealInvisible(provider.name)}
      note={provider.residencyNote === '' ? 'Nobody noted where data goes.' : revealInvisible(provider.residencyNote)}
    >
      {isEditing ? (
        <ProviderForm
          provider={provider}
          isPending={edit.isPending}
          error={edit.error}
          onSave={save}
          onCancel={close}
        />
      ) : (
        <>
          <ProviderFacts provider={provider} mayEdit={mayEdit} onEdit={() => setIsEditing(true)} />
          <ProviderPrices provider={provider} mayEdit={mayEdit} />
        </>
      )}
    </SettingsSection>
  )
}

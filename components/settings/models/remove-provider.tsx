'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { removeProviderMutation } from '@/lib/capabilities/model/queries'
import { RemoveButton } from '../remove-button'

export type RemoveProviderProps = { provider: Pick<ProviderView, 'id' | 'name'>; isDisabled: boolean }

/** Asks first, then takes a provider out with its key and prices. */
export function RemoveProvider({ provider, isDisabled }: RemoveProviderProps) {
  const mutation = removeProviderMutation(useQueryClient(), provider.id)
  return (
    <RemoveButton name={provider.name} mutation={mutation} isDisabled={isDisabled}>
      <p>Its key and prices go with it. Tasks that name it ask the next model in order, or use the built-in rules.</p>
      <p>Calls made to it stay in the ledger.</p>
    </RemoveButton>
  )
}

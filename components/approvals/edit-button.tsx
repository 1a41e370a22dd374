'use client'

import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import { useShortcuts } from '@/components/layout/shortcuts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

export type EditButtonProps = { detail: Pick<ProposalDetail, 'can'>; isEditing: boolean; onEdit: () => void }

/** Opens the editor in the proposed column; key E. */
export function EditButton({ detail, isEditing, onEdit }: EditButtonProps) {
  const isOff = !detail.can.edit || isEditing
  useShortcuts(
    useMemo(
      () => (isOff ? [] : [{ keys: 'e', label: 'Edit the proposal', scope: 'Approvals', run: onEdit }]),
      [isOff, onEdit],
    ),
  )
  return (
    <Button size="lg" icon={<Icon of={Pencil} size={16} />} keys="E" isDisabled={isOff} onPress={onEdit}>
      Edit
    </Button>
  )
}

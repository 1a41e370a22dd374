'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { CreatePreviewRequest } from '@/lib/capabilities/model/contract'
import { createPreviewMutation } from '@/lib/capabilities/model/queries'
import { PreviewBody } from './preview-body'

export type PreviewButtonProps = { request: CreatePreviewRequest }

/** Shows the exact bytes a question would be sent with. The worker makes them, since only it can mask; nothing is sent to anybody. */
export function PreviewButton({ request }: PreviewButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const create = useMutation(createPreviewMutation())

  function open() {
    setIsOpen(true)
    create.mutate(request)
  }

  return (
    <>
      <Button size="sm" kind="quiet" onPress={open}>
        See exactly what would be sent
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        size="lg"
        title="Exactly what would be sent"
        actions={<Button onPress={() => setIsOpen(false)}>Close</Button>}
      >
        {create.data ? (
          <PreviewBody previewId={create.data.previewId} />
        ) : create.error ? (
          <ProblemMessage error={create.error} what="The preview" />
        ) : (
          <Skeleton label="Making the preview" rows={4} look="block" />
        )}
      </Dialog>
    </>
  )
}

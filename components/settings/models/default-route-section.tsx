'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import type { Candidate, ModelSettings } from '@/lib/capabilities/model/contract'
import { saveDefaultRouteMutation } from '@/lib/capabilities/model/queries'
import { SettingsSection } from '../settings-section'
import { RouteEditor } from './route-editor'

export type DefaultRouteSectionProps = { settings: ModelSettings; mayEdit: boolean }

/** Which models answer, first to last, where a task names none of its own. */
export function DefaultRouteSection({ settings, mayEdit }: DefaultRouteSectionProps) {
  const save = useMutation(saveDefaultRouteMutation(useQueryClient()))
  const [edited, setEdited] = useState<Candidate[] | null>(null)
  const candidates = edited ?? settings.defaultRoute
  const isChanged = edited !== null && JSON.stringify(edited) !== JSON.stringify(settings.defaultRoute)
  const hasPrice = settings.providers.some(({ prices }) => prices.some((price) => !price.isEmbedding))
  return (
    <SettingsSection
      title="Order of fallback"
      note="Asked first to last: the next one when the one before is away. Tasks may have their own."
    >
      <div className="grid gap-3">
        <RouteEditor
          label="Order of fallback"
          candidates={candidates}
          providers={settings.providers}
          onChange={setEdited}
          isDisabled={!mayEdit}
        />
        {!hasPrice && <p className="text-xs text-ink-3">A model can be chosen once it has a price.</p>}
        <ProblemMessage error={save.error} what="Saving the order" />
        {isChanged && (
          <div className="flex items-center gap-2">
            <Button
              kind="decide"
              isPending={save.isPending}
              onPress={() =>
                save.mutate(
                  { candidates },
                  {
                    onSuccess: () => {
                      showToast('Saved. The next call follows it.')
                      setEdited(null)
                    },
                  },
                )
              }
            >
              Save the order
            </Button>
            <Button kind="quiet" onPress={() => setEdited(null)}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    </SettingsSection>
  )
}

import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

export type UsageEmptyProps = { mayEdit: boolean }

/** No model was ever asked: says what does the work instead. */
export function UsageEmpty({ mayEdit }: UsageEmptyProps) {
  return (
    <EmptyState
      isPage
      title="No model is configured."
      actions={
        <ButtonLink href="/settings/models" kind={mayEdit ? 'decide' : 'outline'}>
          {mayEdit ? 'Add a provider' : 'See the settings'}
        </ButtonLink>
      }
    >
      Everything works by the built-in rules: they draft, classify and advise, cost nothing and send nothing out. Once a
      model is asked, its calls, their cost and whether people accepted what it drafted stand here.
    </EmptyState>
  )
}

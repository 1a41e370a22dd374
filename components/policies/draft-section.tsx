import { FlaskConical } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { ActionBar } from '@/components/layout/action-bar'
import { SettingsSection } from '@/components/settings/settings-section'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Message } from '@/components/ui/message'
import type { Policies } from '@/lib/control-loop/policy/contract'
import { listDifferences } from '@/lib/control-loop/policy/domain/list-differences'
import { BackTestResult } from './back-test-result'
import { DifferenceList } from './difference-list'
import { namesOf } from './policy-names'
import type { PolicyDraft } from './use-policy-draft'

export type DraftSectionProps = { present: Policies; draft: PolicyDraft }

/** The draft: what is different, what it would have done, and saving it, which wakes only behind its own back-test. */
export function DraftSection({ present, draft }: DraftSectionProps) {
  const differences = listDifferences(present.policy, draft.policy, namesOf(present.choices))
  const count = differences.length === 1 ? 'One difference' : `${differences.length} differences`
  const next = present.version + 1
  return (
    <>
      <SettingsSection title="Draft" note={`${count} from version ${present.version}.`}>
        <div className="grid gap-3">
          {draft.isOvertaken && (
            <Message tone="stale" title={`Version ${present.version} was saved since you began.`}>
              Your draft is kept and compared with it. Look at what is different before you save.
            </Message>
          )}
          <DifferenceList label="Differences of the draft" differences={differences} />
          {draft.result && <BackTestResult result={draft.result} />}
          <ProblemMessage error={draft.testError} what="The back-test" />
          <ProblemMessage error={draft.saveError} what="Saving the policy" />
        </div>
      </SettingsSection>
      <ActionBar
        label="Draft of the policy"
        note={
          draft.result
            ? `In force at once. What waits is judged again; what becomes stricter goes back to the queue.`
            : 'See first what it would have done with the last 500 proposals: Save wakes then.'
        }
        end={
          <Button kind="quiet" onPress={draft.discard}>
            Discard
          </Button>
        }
      >
        <Button kind="decide" isDisabled={!draft.result} isPending={draft.isSaving} onPress={draft.save}>
          Save as version {next}
        </Button>
        <Button
          icon={<Icon of={FlaskConical} />}
          isPending={draft.isTesting}
          isDisabled={draft.result !== null}
          onPress={draft.backTest}
        >
          Back-test
        </Button>
      </ActionBar>
    </>
  )
}

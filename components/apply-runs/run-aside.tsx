import { WayBackLine } from '@/components/approvals/way-back-line'
import { CopyButton } from '@/components/ui/copy-button'
import { DefinitionList } from '@/components/ui/definition-list'
import { Dot } from '@/components/ui/dot'
import { HashText } from '@/components/ui/hash-text'
import { LogLines } from '@/components/ui/log-lines'
import { Section } from '@/components/ui/section'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import { prepareLog } from './prepare-log'

export type RunAsideProps = { run: ApplyRunDetail }

const live: readonly ApplyRunDetail['state'][] = ['waiting', 'applying', 'applied']

/** The log as it is written, the way back, and what the run is bound to. */
export function RunAside({ run }: RunAsideProps) {
  const isLive = live.includes(run.state)
  const log = run.log.map((line) => `${line.at} ${line.who} ${line.text}`).join('\n')
  return (
    <>
      <Section
        title="Log"
        gutter="inspector"
        note={
          isLive ? (
            <span className="inline-flex items-center gap-1.5">
              live <Dot tone="water" />
            </span>
          ) : (
            `${run.log.length} lines`
          )
        }
        actions={<CopyButton text={log} label="Copy the log" />}
      >
        {run.log.length === 0 ? (
          <p className="px-4 py-2.5 text-xs text-ink-3">Nothing is written yet.</p>
        ) : (
          <LogLines label="Log of the run" isLive={isLive} lines={prepareLog(run.log)} />
        )}
      </Section>
      <div className="mt-auto">
        <Section title="Way back" gutter="inspector" isFollowing>
          <div className="px-4 py-2.5 text-xs leading-[17px]">
            <WayBackLine wayBack={run.wayBack} />
          </div>
        </Section>
        <Section title="Bound to" gutter="inspector" isFollowing>
          <DefinitionList
            gutter="inspector"
            items={[
              { term: 'Plan', value: <HashText hash={run.planHash} isCopyable /> },
              { term: 'Revision', value: run.revision },
              { term: 'Worker', value: <span className="mono">{run.workerId ?? 'none yet'}</span> },
              { term: 'Correlation id', value: <span className="mono">{run.correlationId}</span> },
            ]}
          />
        </Section>
        {isLive && (
          <p className="mx-4 mb-3.5 rounded-2 bg-water-bg px-3 py-2 text-xs leading-[18px]">
            You can leave. It goes on in the worker and survives a restart.
          </p>
        )}
      </div>
    </>
  )
}

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { whoMay } from '@/components/console/role-words'
import { ButtonLink } from '@/components/ui/button-link'
import { formatCount } from '@/components/ui/format-count'
import { Icon } from '@/components/ui/icon'
import type { Home, Status } from '@/lib/control-loop/overview/contract'
import { can, type Permission, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { prepareSetup, type SetupStepKey } from './prepare-setup'
import { Promises } from './promises'

export type FirstRunProps = {
  home: Pick<Home, 'setup' | 'facts'>
  role: Role | null
  account: Status['account'] | null
}

type StepWords = { title: string; note: ReactNode; href: string; button: string; permission: Permission }

function words(home: FirstRunProps['home'], account: FirstRunProps['account']): Record<SetupStepKey, StepWords> {
  const found = home.facts.connections
  return {
    credentials: {
      title: 'Connect Fivetran',
      note: account?.detail ?? 'A key and its secret. The worker tests them with calls that only read.',
      href: '/settings/fivetran',
      button: 'Connect Fivetran',
      permission: 'settings.write',
    },
    connections: {
      title: 'Find what to watch',
      note:
        found > 0
          ? `${formatCount(found)} connections found.`
          : 'The worker lists the connections of the account as soon as its key is accepted.',
      href: '/settings/fivetran',
      button: 'See the account',
      permission: 'settings.write',
    },
    snapshot: {
      title: 'Take the first snapshot',
      note: 'Reads the schema of one connection. The result becomes its baseline; nothing is changed.',
      href: '/connections',
      button: 'Choose a connection',
      permission: 'connections.refresh',
    },
    people: {
      title: 'Invite a steward',
      note: 'Nobody approves their own changes, so one more person is needed.',
      href: '/settings/people',
      button: 'Add a person',
      permission: 'people.write',
    },
  }
}

/** Nothing is watched yet: the four steps, and what Headgate does, asks for and never does. */
export function FirstRun({ home, role, account }: FirstRunProps) {
  const steps = prepareSetup(home.setup)
  const stepWords = words(home, account)
  return (
    <div className="grid grow lg:grid-cols-[minmax(0,1fr)_420px]">
      <div className="px-5 py-8 md:px-12 md:py-14 xl:ps-24 xl:pe-[72px]">
        <h2 className="text-2xl font-semibold tracking-[-0.022em]">Nothing is watched yet</h2>
        <p className="mt-1 mb-7 max-w-[520px] text-md text-ink-2">
          Four steps, about ten minutes. Until a person approves something, Headgate only reads.
        </p>
        <ol className="max-w-[680px] border-t border-line">
          {steps.map((step) => {
            const { title, note, href, button, permission } = stepWords[step.key]
            return (
              <li
                key={step.key}
                aria-current={step.state === 'now' ? 'step' : undefined}
                className="flex min-h-[70px] flex-wrap items-center gap-x-3.5 gap-y-2 border-b border-line py-3.5"
              >
                <StepNumber number={step.number} state={step.state} />
                <div className="min-w-0 grow basis-60">
                  <p className={step.state === 'ahead' ? 'font-medium text-ink-2' : 'font-semibold'}>{title}</p>
                  <p className={step.state === 'ahead' ? 'text-ink-3' : 'text-ink-2'}>{note}</p>
                </div>
                {step.state === 'now' &&
                  (can(role, permission) ? (
                    <ButtonLink href={href} kind="decide">
                      {button}
                    </ButtonLink>
                  ) : (
                    <span className="text-xs text-ink-3">{whoMay(permission)} do this.</span>
                  ))}
              </li>
            )
          })}
        </ol>
      </div>
      <Promises />
    </div>
  )
}

const boxes = {
  done: 'text-good-ink inset-ring inset-ring-line-2',
  now: 'bg-ink-fill text-on-ink',
  ahead: 'text-ink-3 inset-ring inset-ring-line-2',
} as const

function StepNumber({ number, state }: { number: number; state: keyof typeof boxes }) {
  return (
    <span className={`grid size-6 shrink-0 place-items-center rounded-2 text-xs font-semibold ${boxes[state]}`}>
      {state === 'done' ? <Icon of={Check} /> : <span aria-hidden="true">{number}</span>}
      <span className="sr-only">{state === 'done' ? `Step ${number}, done` : `Step ${number}`}</span>
    </span>
  )
}

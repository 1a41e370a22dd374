import { Link } from '@/components/ui/link'
import { StopModels } from '@/components/usage/stop-models'
import { StoppedBanner } from '@/components/usage/stopped-banner'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import { AddProvider } from './add-provider'
import { DefaultRouteSection } from './default-route-section'
import { ExportSection } from './export-section'
import { LimitsSection } from './limits-section'
import { ProviderSection } from './provider-section'
import { RecordsSection } from './records-section'
import { SamplesSection } from './samples-section'
import { TasksSection } from './tasks-section'

export type ModelsSettingsProps = { settings: ModelSettings; mayEdit: boolean }

/** The settings in the order in which they are needed: who answers, for what, at what cost, what leaves, what is kept. */
export function ModelsSettings({ settings, mayEdit }: ModelsSettingsProps) {
  const { providers } = settings
  const order = [...providers].sort((one, other) => one.position - other.position)
  return (
    <>
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2 px-5 pt-4 pb-3.5 md:px-7">
        <div className="min-w-0 grow basis-80">
          <h1 className="text-lg font-semibold tracking-[-0.011em]">Models</h1>
          <p className="text-ink-2">
            Language models that may draft and explain. They decide nothing: what they draft passes the checker and a
            person. {mayEdit ? 'Admins can edit this page.' : 'You can read this page; admins can edit it.'}{' '}
            <Link href="/usage/models">See usage and cost</Link>
          </p>
        </div>
        {providers.length > 0 && !settings.stopped && <StopModels stopped={null} mayStop={mayEdit} />}
      </header>
      {settings.stopped && <StoppedBanner stopped={settings.stopped} mayStart={mayEdit} />}
      {order.map((provider) => (
        <ProviderSection key={provider.id} provider={provider} mayEdit={mayEdit} />
      ))}
      <AddProvider isFirst={providers.length === 0} mayEdit={mayEdit} />
      {providers.length > 0 && (
        <>
          <DefaultRouteSection settings={settings} mayEdit={mayEdit} />
          <TasksSection settings={settings} mayEdit={mayEdit} />
          <LimitsSection
            key={[settings.dayCapMicros, settings.monthCapMicros, settings.concurrencyMax, settings.cacheHours].join(
              ' ',
            )}
            settings={settings}
            mayEdit={mayEdit}
          />
          <SamplesSection settings={settings} mayEdit={mayEdit} />
          <RecordsSection key={settings.retentionDays} settings={settings} mayEdit={mayEdit} />
          <ExportSection target={settings.export} mayEdit={mayEdit} />
        </>
      )}
    </>
  )
}

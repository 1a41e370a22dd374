'use client'

import { changeHandlingWords } from '@/components/connections/change-handling-words'
import { EmptyState } from '@/components/ui/empty-state'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import { Sentence } from '@/components/ui/sentence'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { StagingPlaces } from '@/lib/capabilities/mapping/contract'
import { landingSchema } from '@/lib/capabilities/mapping/domain/staging/find-landing-faults'
import type { ConnectorType } from '@/lib/control-loop/proposal/domain/connector-types'
import { changeHandlingSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { ConnectorTypeField } from './connector-type-field'
import { nameLabels, type PreparedStaging, type StagingFields } from './prepare-staging'

export type StageFormProps = {
  destinations: StagingPlaces['destinations']
  fields: StagingFields
  prepared: PreparedStaging
  onChange: (part: Partial<StagingFields>) => void
}

/** The fields of the sheet. None of them takes a credential: signing in is done in Fivetran, by whoever holds them. */
export function StageForm({ destinations, fields, prepared, onChange }: StageFormProps) {
  const { type, faults } = prepared
  if (destinations.length === 0) {
    return (
      <EmptyState title="No destination is connected.">Connect one in Fivetran, and refresh the account.</EmptyState>
    )
  }
  return (
    <>
      <Select
        label="Destination"
        placeholder="Choose a destination"
        value={fields.destinationId}
        onChange={(destinationId) => onChange({ destinationId })}
        options={destinations.map(({ id, name, service }) => ({ id, label: revealInvisible(name), hint: service }))}
      />
      <ConnectorTypeField value={fields.service} onChange={(service) => onChange({ service })} />
      <NameFields type={type} fields={fields} onChange={onChange} />
      {type?.hasAddress && <AddressFields fields={fields} onChange={onChange} />}
      <Settings prepared={prepared} fields={fields} onChange={onChange} />
      {faults.length > 0 && (
        <Message tone="warn" title="Names meet in the destination.">
          <ul className="mt-0.5">
            {faults.slice(0, 6).map((fault) => (
              <li key={fault} className="wrap-anywhere">
                <Sentence text={fault} />
              </li>
            ))}
            {faults.length > 6 && <li>and {faults.length - 6} more</li>}
          </ul>
        </Message>
      )}
      <TextArea
        label="Why"
        hint="The person who approves reads this beside the plan. You cannot approve it yourself."
        value={fields.rationale}
        onChange={(rationale) => onChange({ rationale })}
        maxLength={2_000}
        rows={2}
      />
    </>
  )
}

type PartProps = Pick<StageFormProps, 'fields' | 'onChange'>

function NameFields({ type, fields, onChange }: PartProps & { type: ConnectorType | null }) {
  const labels = type ? nameLabels[type.format] : { name: 'Name', part: null }
  const lands = type && fields.name.trim() !== '' ? landingSchema({ format: type.format, ...fields }) : null
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        label={labels.name}
        hint={lands === null ? 'It cannot be changed later.' : <Lands in={lands} />}
        isMono
        value={fields.name}
        onChange={(name) => onChange({ name })}
        maxLength={63}
        autoComplete="off"
      />
      {labels.part !== null && (
        <TextField
          label={labels.part}
          isMono
          value={fields.part}
          onChange={(part) => onChange({ part })}
          maxLength={63}
          autoComplete="off"
        />
      )}
      {type?.format === 'prefix' && (
        <TextField
          label="Schema at the source"
          hint="As the source writes it."
          isMono
          value={fields.sourceSchema}
          onChange={(sourceSchema) => onChange({ sourceSchema })}
          maxLength={255}
          autoComplete="off"
        />
      )}
    </div>
  )
}

function Lands({ in: schema }: { in: string }) {
  return (
    <>
      Lands in <span className="mono">{schema}</span>, for good.
    </>
  )
}

function AddressFields({ fields, onChange }: PartProps) {
  return (
    <fieldset>
      <legend className="mb-[5px] text-xs font-medium">Where the source is, if you know it</legend>
      <div className="grid gap-3 sm:grid-cols-[1fr_96px_1fr]">
        <TextField
          label="Host"
          isMono
          value={fields.host}
          onChange={(host) => onChange({ host })}
          maxLength={253}
          autoComplete="off"
        />
        <TextField label="Port" type="number" value={fields.port} onChange={(port) => onChange({ port })} />
        <TextField
          label="Database"
          isMono
          value={fields.database}
          onChange={(database) => onChange({ database })}
          maxLength={128}
          autoComplete="off"
        />
      </div>
      <p className="mt-[5px] text-xs text-ink-3">
        No user and no password: a person completes the set-up in Fivetran once the connection is there.
      </p>
    </fieldset>
  )
}

function Settings({ prepared, fields, onChange }: PartProps & { prepared: PreparedStaging }) {
  const { type, settings } = prepared
  if (type === null) return null
  if (settings === 0) {
    return (
      <Message tone="plain" title="Only the connection is created.">
        Fivetran takes no settings of a connection of type <span className="mono">{type.id}</span> before it has read
        its source. Once it has, propose them on the connection’s schema page, before it is resumed.
      </Message>
    )
  }
  return (
    <>
      <Select
        label="New tables and columns"
        value={fields.changeHandling}
        onChange={(changeHandling) => onChange({ changeHandling })}
        options={changeHandlingSchema.options.map((id) => ({
          id,
          label: changeHandlingWords[id].word,
          hint: changeHandlingWords[id].consequence,
        }))}
      />
      <p className="text-xs text-ink-2">
        {settings} settings of this mapping are sent before the first sync: what syncs, what is hashed, each table’s
        mode. Keys are the source’s own. Names the source does not have are ignored by Fivetran; what it makes of the
        others is compared with them at the first reading.
      </p>
    </>
  )
}

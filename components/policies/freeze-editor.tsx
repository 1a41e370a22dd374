'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import {
  describeFreeze,
  type FreezeWindow,
  freezeWindowSchema,
  type Weekday,
  weekdays,
} from '@/lib/control-loop/policy/domain/freeze-window'
import { listZones } from './list-zones'

export type FreezeEditorProps = {
  /** What people have called theirs already: a name tells two apart. */
  taken: readonly string[]
  onDone: (window: FreezeWindow) => void
  onCancel: () => void
}

const dayLabels: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}
const holdOptions = [
  { id: 'automatic', label: 'what goes by itself' },
  { id: 'everything', label: 'what people start too' },
] as const

/** A new freeze window, weekly or dated, with the sentence it will be. */
export function FreezeEditor({ taken, onDone, onCancel }: FreezeEditorProps) {
  const [kind, setKind] = useState<FreezeWindow['kind']>('weekly')
  const [name, setName] = useState('')
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [holds, setHolds] = useState<FreezeWindow['holds']>('automatic')
  const [days, setDays] = useState<readonly Weekday[]>(['sat', 'sun'])
  const [times, setTimes] = useState({ from: '00:00', until: '00:00' })
  const [dates, setDates] = useState({ from: '', until: '' })
  const shared = { name, zone, holds }
  const parsed = freezeWindowSchema.safeParse(
    kind === 'weekly'
      ? { kind, ...shared, days: weekdays.filter((day) => days.includes(day)), ...times }
      : { kind, ...shared, ...dates },
  )
  const isTaken = taken.includes(name.trim())
  const span = kind === 'weekly' ? times : dates
  const setSpan = kind === 'weekly' ? setTimes : setDates
  const format = kind === 'weekly' ? '18:00' : '2026-12-24T00:00'

  return (
    <div className="grid gap-2.5 bg-surface-2 px-3 py-2.5">
      <div>
        <Segmented
          label="Kind of window"
          size="sm"
          options={[
            { id: 'weekly', label: 'Every week' },
            { id: 'dated', label: 'Once' },
          ]}
          value={kind}
          onChange={setKind}
        />
      </div>
      <div className="grid gap-2.5 sm:grid-cols-2">
        <TextField
          label="Name of the window"
          value={name}
          onChange={setName}
          maxLength={80}
          error={isTaken ? 'There is a window of this name.' : null}
        />
        <Select label="Holds" options={holdOptions} value={holds} onChange={setHolds} />
        <TextField
          label="From"
          isMono
          value={span.from}
          placeholder={format}
          onChange={(from) => setSpan({ ...span, from })}
        />
        <TextField
          label="Until"
          isMono
          value={span.until}
          placeholder={format}
          onChange={(until) => setSpan({ ...span, until })}
        />
        <Select label="Time zone" options={listZones(zone)} value={zone} onChange={setZone} />
      </div>
      {kind === 'weekly' && (
        <fieldset className="flex flex-wrap gap-x-3">
          <legend className="sr-only">Days on which it begins</legend>
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              isSelected={days.includes(day)}
              onChange={(isOn) => setDays(isOn ? [...days, day] : days.filter((one) => one !== day))}
            >
              <span className="text-xs">{dayLabels[day]}</span>
            </Checkbox>
          ))}
        </fieldset>
      )}
      <p className="text-xs text-ink-2">
        {parsed.success ? `${describeFreeze(parsed.data)}.` : `Give it a name, and its start and end as ${format}.`}
      </p>
      <div className="flex gap-2">
        <Button size="sm" isDisabled={!parsed.success || isTaken} onPress={() => parsed.success && onDone(parsed.data)}>
          Keep in the draft
        </Button>
        <Button size="sm" kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

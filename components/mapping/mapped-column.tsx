'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import { Cell } from '@/components/ui/table/cell'
import { Row } from '@/components/ui/table/row'
import { Tag } from '@/components/ui/tag'
import type { ColumnMapping, ColumnNote } from '@/lib/capabilities/mapping/contract'
import { logicalTypes } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { ColumnWhy } from './column-why'
import type { ColumnEdit } from './edit-mapping'
import { isUnsureName } from './is-unsure-name'
import { mappedClassWords } from './mapping-words'
import { NameField } from './name-field'

export type MappedColumnProps = {
  column: ColumnMapping
  note: ColumnNote | undefined
  rowIndex: number
  isKey: boolean
  /** Another column would be written into the same one. */
  isMeeting: boolean
  isTableOff: boolean
  isNameFixed: boolean
  onEdit: (edit: ColumnEdit) => void
}

const types = logicalTypes.map((id) => ({ id, label: id }))

/** One column in place: yes or no, names, type; under it, opened, why it is proposed so. */
export function MappedColumn(props: MappedColumnProps) {
  const { column, note, rowIndex, isKey, isMeeting, isTableOff, isNameFixed, onEdit } = props
  const [isOpen, setIsOpen] = useState(false)
  const name = revealInvisible(column.source)
  const isOff = isTableOff || !column.enabled
  return (
    <>
      <Row rowIndex={rowIndex} tone={isOff ? 'quiet' : undefined}>
        <Cell isRowHead isTall>
          <span className="mono block font-medium wrap-anywhere">{name === '' ? '(no name)' : name}</span>
          <span className="mt-0.5 flex flex-wrap gap-1 empty:hidden">
            {column.class && <Tag kind="class">{mappedClassWords(column.class)}</Tag>}
            {isMeeting && <Tag kind="outside">collides</Tag>}
            {isUnsureName(column, note) && <Tag kind="changed">check the name</Tag>}
          </span>
        </Cell>
        <Cell align="center" isTall>
          <Checkbox
            aria-label={`Sync ${name}`}
            isSelected={column.enabled}
            isLocked={isKey}
            onChange={(enabled) => onEdit({ enabled })}
          />
        </Cell>
        <Cell align="center" isTall>
          <Checkbox
            aria-label={`Hash ${name}`}
            isSelected={column.hashed}
            isLocked={isKey}
            onChange={(hashed) => onEdit({ hashed })}
          />
        </Cell>
        <Cell align="center" isTall>
          <Checkbox
            aria-label={`${name} is part of the key`}
            isSelected={isKey}
            onChange={(isPart) => onEdit({ isKey: isPart })}
          />
        </Cell>
        <Cell isTall>
          <NameField
            label={`Name of ${name} in the destination`}
            kind="destination"
            value={column.name}
            isDisabled={isNameFixed}
            onChange={(next) => onEdit({ name: next })}
          />
        </Cell>
        <Cell isTall>
          <NameField
            label={`Name of ${name} in models`}
            kind="standard"
            value={column.standardName}
            onChange={(next) => onEdit({ standardName: next })}
          />
        </Cell>
        <Cell isTall>
          <Select
            label={`Type of ${name}`}
            isLabelHidden
            size="sm"
            options={types}
            value={column.type}
            onChange={(type) => onEdit({ type })}
          />
        </Cell>
        <Cell isTall>
          <IconButton
            icon={<Icon of={isOpen ? ChevronDown : ChevronRight} />}
            label={`Why ${name} is proposed so`}
            size="sm"
            aria-expanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          />
        </Cell>
      </Row>
      {isOpen && (
        <Row>
          <Cell span={8} isTall>
            <ColumnWhy column={column} note={note} isKey={isKey} onEdit={onEdit} />
          </Cell>
        </Row>
      )}
    </>
  )
}

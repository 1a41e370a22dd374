'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { groupInOrder } from './group-in-order'

export type PaletteCommand = {
  id: string
  label: string
  group: string
  icon?: ReactNode
  keys?: string
  /** Other words that should find it. */
  keywords?: string[]
  /** Either it goes somewhere or it does something. */
  href?: string
  run?: () => void
}

export type CommandPaletteProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  commands: readonly PaletteCommand[]
  onChoose: (command: PaletteCommand) => void
}

/** Find a page or a command by typing. Nothing that needs a decision can be run from here without its own screen. */
export function CommandPalette({ isOpen, onOpenChange, commands, onChoose }: CommandPaletteProps) {
  const groups = groupInOrder(commands, (command) => command.group)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="motion-scrim fixed inset-0 z-50 flex justify-center bg-scrim px-3 pt-[12vh]"
    >
      <Modal className="motion-pop h-fit w-full max-w-[560px] overflow-hidden rounded-3 bg-raised shadow-sheet">
        <Dialog aria-label="Search or run a command" className="outline-none">
          <Command label="Search or run a command" loop>
            <div className="flex h-11 items-center gap-2 border-b border-line px-4 text-ink-2">
              <Icon of={Search} />
              {/* The palette exists to be typed in; it opens only on the person's own key or click. */}
              <Command.Input
                autoFocus
                placeholder="Search or run a command"
                className="h-full grow bg-transparent text-ink outline-none"
              />
              <Kbd keys="Esc" />
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-xs text-ink-2">Nothing of that name.</Command.Empty>
              {groups.map(([group, inGroup]) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
                >
                  {inGroup.map((command) => (
                    <Command.Item
                      key={command.id}
                      value={`${command.label} ${command.id}`}
                      keywords={command.keywords}
                      onSelect={() => onChoose(command)}
                      className="flex min-h-8 cursor-default items-center gap-2.5 rounded-2 px-2.5 data-[selected=true]:bg-surface-3"
                    >
                      {command.icon}
                      <span className="min-w-0 grow truncate">{command.label}</span>
                      {command.keys && <Kbd keys={command.keys} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

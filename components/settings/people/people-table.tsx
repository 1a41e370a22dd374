'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { roleWords } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { Tag } from '@/components/ui/tag'
import { TimeAgo } from '@/components/ui/time-ago'
import { showToast } from '@/components/ui/toast'
import type { Person } from '@/lib/platform/auth/contract'
import { changeRoleMutation, setPersonAccessMutation } from '@/lib/platform/auth/queries'
import { roles } from '@/lib/platform/auth/roles-and-permissions'

export type PeopleTableProps = { people: readonly Person[]; mayEdit: boolean; meId: string | null }

const roleOptions = roles.map((role) => ({ id: role, label: roleWords[role] }))

/** People with role and access. A change ends the sessions it must end, on the server, at once. */
export function PeopleTable({ people, mayEdit, meId }: PeopleTableProps) {
  const now = useNow()
  const client = useQueryClient()
  const changeRole = useMutation(changeRoleMutation(client))
  const setAccess = useMutation(setPersonAccessMutation(client))
  return (
    <>
      {(changeRole.error || setAccess.error) && (
        <div className="px-5 py-2">
          <ProblemMessage error={changeRole.error ?? setAccess.error} what="The change" />
        </div>
      )}
      <div className="max-lg:[&_table]:min-w-[820px]">
        <Table label="People" density="roomy" widths={['24%', null, '140px', '112px', '104px', '96px']}>
          <TableHead>
            <HeadCell>Name</HeadCell>
            <HeadCell>E-mail</HeadCell>
            <HeadCell>Role</HeadCell>
            <HeadCell>Signs in by</HeadCell>
            <HeadCell>Last seen</HeadCell>
            <HeadCell label="Access" />
          </TableHead>
          <TableBody>
            {people.map((person) => {
              const isMe = person.id === meId
              const isOff = person.disabledAt !== null
              const name = revealInvisible(person.name)
              return (
                <Row key={person.id} tone={isOff ? 'quiet' : undefined}>
                  <Cell isRowHead>
                    <span className="inline-flex max-w-full items-center gap-2 align-middle">
                      <Avatar name={person.name} isMe={isMe} isDecorative />
                      <span className="truncate font-medium">{name}</span>
                      {isMe && <Tag>you</Tag>}
                      {isOff && <Tag kind="gone">disabled</Tag>}
                    </span>
                  </Cell>
                  <Cell text="small" tone="ink-2">
                    {revealInvisible(person.email)}
                  </Cell>
                  <Cell>
                    {mayEdit && !isOff ? (
                      <Select
                        label={`Role of ${name}`}
                        isLabelHidden
                        size="sm"
                        options={roleOptions}
                        value={person.role}
                        onChange={(role) => {
                          if (role === person.role) return
                          changeRole.mutate(
                            { personId: person.id, role },
                            { onSuccess: () => showToast(`${name} is ${roleWords[role].toLowerCase()} now.`) },
                          )
                        }}
                      />
                    ) : (
                      roleWords[person.role]
                    )}
                  </Cell>
                  <Cell text="small" tone="ink-2">
                    {[person.hasPassword && 'password', person.hasSingleSignOn && 'single sign-on']
                      .filter(Boolean)
                      .join(', ') || 'no way yet'}
                  </Cell>
                  <Cell text="small" tone="ink-3">
                    {person.lastSeenAt ? <TimeAgo at={person.lastSeenAt} now={now} /> : 'never'}
                  </Cell>
                  <Cell align="end">
                    {mayEdit && !isMe && (
                      <Button
                        size="sm"
                        kind={isOff ? 'outline' : 'danger-outline'}
                        aria-label={`${isOff ? 'Enable' : 'Disable'} ${name}`}
                        isPending={setAccess.isPending && setAccess.variables?.personId === person.id}
                        onPress={() =>
                          setAccess.mutate(
                            { personId: person.id, access: isOff ? 'enable' : 'disable' },
                            {
                              onSuccess: () =>
                                showToast(isOff ? `${name} may sign in again.` : `${name} is signed out everywhere.`),
                            },
                          )
                        }
                      >
                        {isOff ? 'Enable' : 'Disable'}
                      </Button>
                    )}
                  </Cell>
                </Row>
              )
            })}
          </TableBody>
        </Table>
      </div>
    </>
  )
}

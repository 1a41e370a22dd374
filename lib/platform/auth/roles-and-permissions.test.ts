import { describe, expect, it } from 'vitest'
import { ForbiddenError } from '../http/app-error'
import { requirePermission } from './require-permission'
import { can, permissions, type roles, whoCan } from './roles-and-permissions'

const actor = (role: (typeof roles)[number]) => ({ kind: 'user' as const, userId: 'u', name: 'U', role })

describe('permissions', () => {
  it('give nothing to nobody', () => {
    for (const permission of permissions) expect(can(null, permission)).toBe(false)
  })

  it('give an administrator everything', () => {
    for (const permission of permissions) expect(can('admin', permission)).toBe(true)
  })

  it('let a viewer read and never change', () => {
    const granted = permissions.filter((permission) => can('viewer', permission))
    expect(granted.every((permission) => permission.endsWith('.read'))).toBe(true)
  })

  it('let stewards and administrators decide, and engineers not', () => {
    expect(whoCan('reviews.write')).toEqual(['steward', 'admin'])
    expect(can('engineer', 'applies.start')).toBe(true)
  })

  it('keep people, policy and settings with administrators', () => {
    for (const permission of ['people.write', 'settings.write', 'policy.write'] as const) {
      expect(whoCan(permission)).toEqual(['admin'])
    }
  })

  it('never let a process of ours review', () => {
    const system = { kind: 'system' as const, userId: null, name: 'worker', role: null }
    expect(() => requirePermission(system, 'applies.start')).not.toThrow()
    expect(() => requirePermission(system, 'reviews.write')).toThrow(ForbiddenError)
  })

  it('say who could when refusing', () => {
    expect(() => requirePermission(actor('engineer'), 'reviews.write')).toThrow('it takes a steward or an admin')
  })
})

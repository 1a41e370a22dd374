import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password'

describe('passwords', () => {
  it('are kept as Argon2id with at least 19 MiB', async () => {
    const stored = await hashPassword('correct horse battery')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=(\d+),t=2,p=1\$/)
    expect(Number(/m=(\d+)/.exec(stored)?.[1])).toBeGreaterThanOrEqual(19 * 1024)
  })

  it('match themselves only', async () => {
    const stored = await hashPassword('correct horse battery')
    expect(await verifyPassword('correct horse battery', stored)).toBe(true)
    expect(await verifyPassword('correct horse batterz', stored)).toBe(false)
  })

  it('never match somebody who has none, not even the stand-in', async () => {
    expect(await verifyPassword('nobody has this password', null)).toBe(false)
  })

  it('take as long for an unknown person as for a wrong password', async () => {
    const stored = await hashPassword('correct horse battery')
    await verifyPassword('warm', null)
    const time = async (hash: string | null) => {
      const samples: number[] = []
      for (let i = 0; i < 9; i++) {
        const startedAt = performance.now()
        await verifyPassword('wrong', hash)
        samples.push(performance.now() - startedAt)
      }
      return samples.sort((a, b) => a - b)[4] ?? 0
    }
    const ratio = (await time(null)) / (await time(stored))
    // Wide enough for a busy machine; without the stand-in hash it is a thousandth.
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })
})

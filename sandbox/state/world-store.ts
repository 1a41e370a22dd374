import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { upgradeWorld } from './upgrade-world'
import type { World } from './world'

/** Holds the one world and writes it to its file, where there is one. */
export class WorldStore {
  private constructor(
    public world: World,
    private readonly file: string | null,
  ) {}

  /** Takes the state file (null: memory only) and what to start with when it does not exist yet. */
  static open(file: string | null, initial: () => World): { store: WorldStore; resumed: boolean } {
    if (file !== null && existsSync(file)) {
      return { store: new WorldStore(readWorld(file), file), resumed: true }
    }
    return { store: new WorldStore(initial(), file), resumed: false }
  }

  /**
   * Writes the world. Written beside and renamed, so that a kill leaves the old file or the new one, never half of one; and
   * written before a reply leaves, so that what a client was told is also what a restart knows.
   */
  save(): void {
    if (this.file === null) return
    mkdirSync(dirname(this.file), { recursive: true })
    const beside = `${this.file}.${process.pid}.tmp`
    writeFileSync(beside, JSON.stringify(this.world))
    renameSync(beside, this.file)
  }
}

function readWorld(file: string): World {
  const world = JSON.parse(readFileSync(file, 'utf8')) as Omit<World, 'format'> & { format: number }
  if (world.format === 1 || world.format === 2) return upgradeWorld({ ...world, format: 2 })
  throw new Error(`The state file ${file} was written by another version of the sandbox. Delete it to start anew.`)
}

/**
 * The reference model of four eyes: what may happen, in as few words as it takes, and nothing of how. It knows people, proposals and approvals; the
 * product must answer as it does, whichever door a command comes through.
 */
export interface ModelPerson {
  role: 'viewer' | 'engineer' | 'steward' | 'admin'
  isDisabled: boolean
}
interface Approval {
  person: string
  revision: number
  isInTime: boolean
}
export interface ModelProposal {
  state: 'in-review' | 'approved' | 'rejected' | 'proposed' | 'applying'
  revision: number
  needed: number
  writers: Set<string>
  approvals: Approval[]
}
/** What a person says they saw. */
export interface Seen {
  revision: number
  isHashRight: boolean
}

export class FourEyesModel {
  readonly people = new Map<string, ModelPerson>()
  readonly proposals = new Map<string, ModelProposal>()

  private mayDecide(person: string): boolean {
    const known = this.people.get(person)
    return known !== undefined && !known.isDisabled && (known.role === 'steward' || known.role === 'admin')
  }

  private mayMake(person: string): boolean {
    const known = this.people.get(person)
    return known !== undefined && !known.isDisabled && known.role !== 'viewer'
  }

  private find(proposal: string): ModelProposal {
    const known = this.proposals.get(proposal)
    if (!known) throw new Error(`The model does not know ${proposal}`)
    return known
  }

  /** Approvals that count at this moment, of different people. */
  validApprovals(proposal: string): number {
    const { revision, writers, approvals } = this.find(proposal)
    const counted = approvals.filter((given) => given.revision === revision && given.isInTime)
    return new Set(
      counted.map(({ person }) => person).filter((person) => this.mayDecide(person) && !writers.has(person)),
    ).size
  }

  /** An approval, in time or already over; through SQL the same person may say it twice, which counts once. */
  approve(proposal: string, person: string, seen: Seen, door: 'service' | 'sql', isInTime = true): boolean {
    const known = this.find(proposal)
    const standing = known.approvals.filter((given) => given.revision === known.revision && given.isInTime)
    const isTwice = standing.some((given) => given.person === person)
    const isRight = seen.revision === known.revision && seen.isHashRight && known.state === 'in-review'
    if (!this.mayDecide(person) || known.writers.has(person) || !isRight || (isTwice && door === 'service'))
      return false
    known.approvals.push({ person, revision: known.revision, isInTime })
    // A row written past the service moves no state: nobody judged it.
    if (door === 'service' && standing.length + 1 >= known.needed) known.state = 'approved'
    return true
  }

  reject(proposal: string, person: string, seen: Seen, next: 'rejected' | 'proposed'): boolean {
    const known = this.find(proposal)
    const isRight = seen.revision === known.revision && seen.isHashRight && known.state === 'in-review'
    if (!this.mayDecide(person) || !isRight) return false
    known.state = next
    return true
  }

  edit(proposal: string, person: string, needed: number): boolean {
    const known = this.find(proposal)
    if (!this.mayMake(person) || !['in-review', 'approved', 'proposed'].includes(known.state)) return false
    known.revision += 1
    known.needed = needed
    known.state = 'in-review'
    known.writers.add(person)
    known.approvals = []
    return true
  }

  mayApply(proposal: string, person: string): boolean {
    const known = this.find(proposal)
    return this.mayMake(person) && known.state === 'approved' && this.hasGround(proposal)
  }

  /** What every run needs, whoever wrote its row. */
  hasGround(proposal: string): boolean {
    return this.validApprovals(proposal) >= this.find(proposal).needed
  }
}

/** A fault put into a copy of the source: the text that is replaced must be there exactly once, so that a mutant cannot outlive the code it speaks of. */
export interface Mutant {
  name: string
  edits: readonly { file: string; from: string; to: string }[]
}

const apply = 'lib/control-loop/apply/services'

/** The protections whose absence the trials must notice, each taken out by itself. */
export const mutants = {
  noReadBack: {
    name: 'no read-back',
    edits: [
      { file: `${apply}/execute-step.ts`, from: 'if (!holdsStep(step, after.before)) {', to: 'if (after === null) {' },
    ],
  },
  noBaseCheck: {
    name: 'no base check',
    edits: [
      { file: `${apply}/execute-apply-run.ts`, from: 'if (difference.length > 0) {', to: 'if (difference === null) {' },
    ],
  },
  noFence: {
    name: 'no fence',
    edits: [{ file: `${apply}/fence.ts`, from: 'if (held === 0) throw new FenceLostError(holding.runId)', to: '' }],
  },
  intentAfterTheCall: {
    name: 'intent after the call',
    edits: [
      {
        file: `${apply}/execute-step.ts`,
        from: "if (row.state === 'waits' || row.state === 'failed') {",
        to: 'if (row === null) {',
      },
      // The look is written down before the call too, and would stand in for the intent.
      {
        file: `${apply}/execute-step.ts`,
        from: "await markStep(tools, row, { state: 'looked', lookedAt: now() })",
        to: '',
      },
      {
        file: `${apply}/execute-step.ts`,
        from: "crashAt('after-call')",
        to: "crashAt('after-call')\n await markStep(tools, row, { state: 'intent', intentAt: tools.ctx.now() })",
      },
    ],
  },
  createWithoutLook: {
    name: 'create without look',
    edits: [
      {
        file: `${apply}/execute-create-step.ts`,
        from: 'const found = await tools.port.findConnection(create.groupId, connectionName(create))',
        to: 'const found = null',
      },
    ],
  },
  auditOutside: {
    name: 'audit outside the transaction',
    edits: [
      {
        file: `${apply}/mark-step.ts`,
        from: "if (data.state === 'intent') crashAt('in-intent')",
        to: '})\n await fenced(tools.holding, async (tx) => {',
      },
    ],
  },
  noHeartbeat: {
    name: 'lease without heartbeat',
    edits: [{ file: `${apply}/fence.ts`, from: 'Math.max(50, holding.leaseMs / 4)', to: '2_000_000_000' }],
  },
  ackedBeforeInsert: {
    name: 'webhook acked before insert',
    edits: [
      {
        file: 'lib/control-loop/webhook/services/receive-webhook.ts',
        from: 'return keep(ctx, account, parsed.delivery)',
        to: "void keep(ctx, account, parsed.delivery)\n return { outcome: 'kept', deliveryId: '' }",
      },
    ],
  },
} satisfies Record<string, Mutant>

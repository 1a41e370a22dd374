import { expect } from 'playwright/test'
import { z } from 'zod'
import { fromRunner } from './stack'

const answerSchema = z.object({ running: z.boolean() })
type Server = 'web' | 'worker'

/** Ends and starts the stack's own processes, through the runner that owns them. */
export class Control {
  /** Kills it as `kill -9` would, or asks it to end. Back when it is gone. */
  async end(server: Server, how: 'by-force' | 'politely'): Promise<void> {
    expect(await this.#order(server, { end: how })).toEqual({ running: false })
  }

  /** Starts it again as it was; `env` is added for this time, `mayEnd` says that its death is part of the journey. */
  async start(server: Server, options: { env?: Record<string, string>; mayEnd?: boolean } = {}): Promise<void> {
    expect(await this.#order(server, { start: options })).toEqual({ running: true })
  }

  async isRunning(server: Server): Promise<boolean> {
    return (await this.#order(server)).running
  }

  async #order(server: Server, order?: object) {
    const response = await fetch(`${fromRunner('E2E_CONTROL_URL')}/${server}`, {
      method: order ? 'POST' : 'GET',
      ...(order && { body: JSON.stringify(order) }),
    })
    if (!response.ok) throw new Error(`${server}: ${await response.text()}`)
    return answerSchema.parse(await response.json())
  }
}

import { type BrowserContext, expect } from 'playwright/test'

/**
 * Listens to everything the pages of a context complain about: console errors (a violated content security policy is
 * one), exceptions nobody caught, answers of 500 and above. A journey that provokes a refusal says so beforehand.
 */
export class ConsoleWatch {
  readonly #complaints: string[] = []
  readonly #expected: RegExp[] = []

  /** Starts listening to every page the context has or opens. */
  attach(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error') return
      this.#note(`console: ${message.text()} (${message.location().url}) on ${message.page()?.url()}`)
    })
    context.on('weberror', (error) => this.#note(`exception: ${error.error().stack ?? error.error().message}`))
    context.on('response', (response) => {
      if (response.status() >= 500)
        this.#note(`answer: ${response.status()} ${response.request().method()} ${response.url()}`)
    })
  }

  /** Complaints that match are part of the journey: the browser logs every refused request as an error. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  /** Fails when anything else was complained about. */
  verify(): void {
    expect(this.#complaints.filter((text) => !this.#expected.some((pattern) => pattern.test(text)))).toEqual([])
  }

  #note(text: string): void {
    this.#complaints.push(text)
  }
}

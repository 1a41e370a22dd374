const SHOWN = '«sealed»'
const inspect = Symbol.for('nodejs.util.inspect.custom')

/**
 * An opened secret on its way to where it is used. However it is printed, logged or serialised it shows «sealed»;
 * only `reveal()` gives the value, so that every use can be found by searching for it.
 */
export class Secret {
  readonly #value: string
  constructor(value: string) {
    this.#value = value
  }
  reveal(): string {
    return this.#value
  }
  toString(): string {
    return SHOWN
  }
  toJSON(): string {
    return SHOWN
  }
  [inspect](): string {
    return SHOWN
  }
}

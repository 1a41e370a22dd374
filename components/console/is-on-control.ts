/** True when a click on a row landed on a link or button in it, which then answers by itself. */
export function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, [role="button"]') !== null
}

/** Every time zone the browser knows, with this one among them, as options of a choice. */
export function listZones(present: string): { id: string; label: string }[] {
  const zones = new Set([present, 'UTC', ...Intl.supportedValuesOf('timeZone')])
  return [...zones].map((id) => ({ id, label: id.replaceAll('_', ' ') }))
}

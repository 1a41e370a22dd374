/** A connector's or destination's type as people say it: `postgres_rds_warehouse` is `postgres rds`. */
export function serviceWord(service: string): string {
  return service.replace(/_warehouse$/, '').replaceAll('_', ' ')
}

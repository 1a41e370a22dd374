/** The service's own log connection: it feeds Headgate, and is neither watched nor listed. */
export const ownServices: ReadonlySet<string> = new Set(['fivetran_log'])

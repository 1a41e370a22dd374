import { quoteWith } from '../dialects/quote-with'

/** A name as a quoted PostgreSQL identifier: the only way a name enters a statement. Refuses a NUL, which no identifier can hold. */
export const quoteIdentifier = quoteWith('"')

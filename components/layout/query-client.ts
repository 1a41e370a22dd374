import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '@/lib/platform/http/fetch-json'

const staleMs = 15_000
const retriesMax = 2

/** A refusal will not change by asking again: the sentence is shown at once. Everything else may be passing. */
function mayPass(error: Error): boolean {
  return !(error instanceof ProblemError) || error.status < 400 || error.status >= 500
}

/** The query cache with the console's manners: rows stay while they are read again, and a failed read is tried twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Above zero, or what the server prefetched would be fetched again as soon as it is hydrated.
      queries: {
        staleTime: staleMs,
        retry: (failures, error) => failures < retriesMax && mayPass(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}

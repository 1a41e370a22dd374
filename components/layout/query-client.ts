import { QueryClient } from '@tanstack/react-query'

const staleMs = 15_000

/** The query cache with the console's manners: rows stay while they are read again, and a failed read is tried twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Above zero, or what the server prefetched would be fetched again as soon as it is hydrated.
      queries: { staleTime: staleMs, retry: 2, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}

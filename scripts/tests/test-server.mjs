import { serverUrl, startServer, stopServerIfUnused } from '../embedded-postgres/server.mjs'

/**
 * The server on which tests make and drop databases: TEST_DATABASE_URL, else the embedded one. Never DATABASE_URL,
 * which may hold something somebody cares for.
 */
export async function openTestServer() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, release: async () => {} }
  const { started } = await startServer()
  return {
    url: serverUrl('postgres'),
    release: async () => {
      if (started) await stopServerIfUnused()
    },
  }
}

import type { Role } from '@/lib/platform/auth/roles-and-permissions'

/** The signed-in person, as the page passes them on: for rights shown before the server is asked. */
export interface Viewer {
  name: string
  role: Role | null
}

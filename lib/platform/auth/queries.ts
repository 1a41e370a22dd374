import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import { type ChangeRoleRequest, type CreatePersonRequest, personListSchema, personSchema } from './contract'

export const peopleKeys = { all: ['people'] as const }

/** Everybody who can or could sign in. */
export function peopleQuery() {
  return queryOptions({
    queryKey: peopleKeys.all,
    queryFn: ({ signal }) => fetchJson(personListSchema, '/api/v1/people', { signal }),
  })
}

/** Adds a person. */
export function createPersonMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: CreatePersonRequest) => fetchJson(personSchema, '/api/v1/people', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleKeys.all }),
  })
}

/** Gives a person another role. */
export function changeRoleMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: ({ personId, ...body }: ChangeRoleRequest & { personId: string }) =>
      fetchJson(personSchema, `/api/v1/people/${personId}/role`, { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleKeys.all }),
  })
}

/** Disables a person, or lets them in again. */
export function setPersonAccessMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: ({ personId, access }: { personId: string; access: 'disable' | 'enable' }) =>
      fetchJson(personSchema, `/api/v1/people/${personId}/${access}`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleKeys.all }),
  })
}

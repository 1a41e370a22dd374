import { readFile } from 'node:fs/promises'
import type { ShapeSchema } from './validate-shape'

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: ShapeSchema }> }>
}

export interface ServiceDocument {
  schemas: Record<string, ShapeSchema>
  /** Gives the operation of a route of ours, whatever the document calls the parts of its path; undefined when it has none. */
  operationOf: (method: string, path: string) => Operation | undefined
}

/** Takes the path of the service's OpenAPI document; gives what a contract test asks of it. */
export async function readServiceDocument(file: string): Promise<ServiceDocument> {
  const json = JSON.parse(await readFile(file, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, ShapeSchema> }
  }
  const operations = new Map<string, Operation>()
  for (const [path, methods] of Object.entries(json.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.set(`${method.toUpperCase()} ${shapeOf(path)}`, operation)
    }
  }
  return {
    schemas: json.components.schemas,
    operationOf: (method, path) => operations.get(`${method} ${shapeOf(path)}`),
  }
}

/** Names of path parts differ between the document's own operations: only their places count. */
function shapeOf(path: string): string {
  return path.replace(/\{[^}]+\}|:[^/]+/g, '{}')
}

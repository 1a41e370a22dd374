import type { Mapping, RenderedDocument, Renderings } from '../contract'
import { renderConnectorSchema, renderFunctionSchema } from '../domain/proposal/render-connector-schema'
import { renderDbt } from '../domain/proposal/render-dbt'
import { renderSchemaConfig } from '../domain/proposal/render-schema-config'
import { findSharedNames } from './find-shared-names'

/** The five documents of a mapping as it now is, and the names that meet in it. Sends and stores nothing. */
export async function renderMapping(mapping: Mapping): Promise<Renderings> {
  const proposal = { ...mapping, collisions: [] }
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const dbt = renderDbt(proposal)
  const documents: RenderedDocument[] = [
    {
      kind: 'schema-config',
      files: [{ path: `${mapping.schema}_schema_config.json`, text: json(renderSchemaConfig(proposal)) }],
    },
    { kind: 'connector-sdk', files: [{ path: `${mapping.schema}_schema.py`, text: renderConnectorSchema(proposal) }] },
    {
      kind: 'function',
      files: [{ path: `${mapping.schema}_function_schema.json`, text: json(renderFunctionSchema(proposal)) }],
    },
    { kind: 'dbt-sources', files: dbt.filter(({ path }) => path.endsWith('.yml')) },
    { kind: 'dbt-models', files: dbt.filter(({ path }) => path.endsWith('.sql')) },
  ]
  return { collisions: findSharedNames(mapping), documents }
}

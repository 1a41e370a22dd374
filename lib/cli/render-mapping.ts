import type { MappingProposal } from '@/lib/capabilities/mapping/domain/proposal/mapping-proposal'
import {
  renderConnectorSchema,
  renderFunctionSchema,
} from '@/lib/capabilities/mapping/domain/proposal/render-connector-schema'
import { renderDbt } from '@/lib/capabilities/mapping/domain/proposal/render-dbt'
import { renderSchemaConfig } from '@/lib/capabilities/mapping/domain/proposal/render-schema-config'

export const renderings = ['schema-config', 'connector-sdk', 'function', 'dbt'] as const

/** A proposal in the form another program takes: JSON, or text. Files come as one text with a line of the path before each. */
export function renderMapping(mapping: MappingProposal, kind: (typeof renderings)[number]): unknown {
  switch (kind) {
    case 'schema-config':
      return renderSchemaConfig(mapping)
    case 'connector-sdk':
      return renderConnectorSchema(mapping)
    case 'function':
      return renderFunctionSchema(mapping)
    case 'dbt':
      return renderDbt(mapping)
        .map(({ path, text }) => `${path.endsWith('.yml') ? '#' : '--'} ${path}\n${text}`)
        .join('\n')
  }
}

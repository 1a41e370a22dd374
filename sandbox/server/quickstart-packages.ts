interface QuickstartPackage {
  id: string
  name: string
  version: string
  connector_types: string[]
  output_model_names: string[]
  configurable_variables: Record<string, string>
}

/** Ready-made transformations the sandbox knows: one for each application of the built-in scenario. */
export const QUICKSTART_PACKAGES: readonly QuickstartPackage[] = [
  {
    id: 'salesforce_package',
    name: 'salesforce',
    version: '1.2.0',
    connector_types: ['salesforce'],
    output_model_names: ['salesforce__account_daily_history', 'salesforce__opportunity_enhanced'],
    configurable_variables: {},
  },
  {
    id: 'zendesk_package',
    name: 'zendesk',
    version: '0.19.1',
    connector_types: ['zendesk'],
    output_model_names: ['zendesk__ticket_metrics', 'zendesk__ticket_summary'],
    configurable_variables: {},
  },
]

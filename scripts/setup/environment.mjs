import { join } from 'node:path'

// Whatever the person's shell says about these belongs to another installation, or to another process of this one.
const OURS = ['ALLOW_PRIVATE_ADDRESSES', 'APP_ORIGIN', 'DATABASE_URL', 'NODE_ENV', 'PEOPLE_FILE', 'PORT', 'SANDBOX_URL']
  .concat(['NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'TEST_DATABASE_URL', 'WAREHOUSE_URL'])
  .concat(['SEAL_PRIVATE_KEY_FILE', 'SEAL_PUBLIC_KEY_FILE', 'WEBHOOK_KEY_FILE'])

/**
 * The shell's environment without Headgate's own variables and those that begin with `foreign`, which are settings
 * of another process.
 * @param {Record<string, string | undefined>} shell
 * @param {string[]} foreign
 */
function inherited(shell, ...foreign) {
  const isKept = (name) => !OURS.includes(name) && !foreign.some((prefix) => name.startsWith(prefix))
  return Object.fromEntries(Object.entries(shell).filter(([name]) => isKept(name)))
}

/**
 * The sandbox: another company's program, which knows nothing of ours.
 * @param {Record<string, string | undefined>} shell
 */
export const sandboxEnvironment = (shell = process.env) => inherited(shell, 'LLM_', 'OIDC_')

/**
 * The web process: it can seal a credential and never open one, so it is not told where the private key is.
 * @param {object} stack see stack.mjs
 * @param {Record<string, string | undefined>} shell
 */
export function webEnvironment(stack, shell = process.env) {
  return {
    ...inherited(shell, 'LLM_'),
    APP_ORIGIN: stack.origin,
    DATABASE_URL: stack.databaseUrl,
    NEXTAUTH_SECRET: stack.secrets.sessionSecret,
    NEXTAUTH_URL: stack.origin,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: stack.dev ? 'development' : 'production',
    SANDBOX_URL: stack.sandboxOrigin,
    SEAL_PUBLIC_KEY_FILE: stack.secrets.sealPublicKeyFile,
    WEBHOOK_KEY_FILE: stack.secrets.webhookKeyFile,
  }
}

/**
 * The worker: it opens credentials and calls vendors, and knows nothing of sessions.
 * @param {object} stack see stack.mjs
 * @param {Record<string, string | undefined>} shell
 */
export function workerEnvironment(stack, shell = process.env) {
  return {
    ...(stack.withModel && sandboxModel(stack, shell)),
    ...inherited(shell, 'OIDC_'),
    ALLOW_PRIVATE_ADDRESSES: '127.0.0.1/32,::1/128', // the sandbox and the warehouse are on this machine
    APP_ORIGIN: stack.origin,
    DATABASE_URL: stack.databaseUrl,
    NODE_ENV: 'production',
    SANDBOX_URL: stack.sandboxOrigin,
    SEAL_PRIVATE_KEY_FILE: stack.secrets.sealPrivateKeyFile,
    SEAL_PUBLIC_KEY_FILE: stack.secrets.sealPublicKeyFile,
    WEBHOOK_KEY_FILE: stack.secrets.webhookKeyFile,
  }
}

/** The sandbox's model server as the first provider, with prices; a model of the person's own wins. */
const sandboxModel = (stack, shell) =>
  shell.LLM_BASE_URL
    ? {}
    : {
        LLM_BASE_URL: `${stack.sandboxOrigin}/model/v1`,
        LLM_MODEL: 'sandbox-large',
        LLM_API_KEY: shell.SANDBOX_MODEL_KEY ?? 'model-key',
        LLM_INPUT_PRICE: '0.15',
        LLM_OUTPUT_PRICE: '0.60',
      }

/**
 * The seed: it registers the sandbox, or the Fivetran of FIVETRAN_BASE_URL, with credentials it can only seal.
 * @param {object} stack see stack.mjs
 * @param {Record<string, string | undefined>} shell
 */
export function seedEnvironment(stack, shell = process.env) {
  return {
    ...inherited(shell, 'LLM_', 'OIDC_'),
    APP_ORIGIN: stack.origin,
    DATABASE_URL: stack.databaseUrl,
    FIVETRAN_BASE_URL: shell.FIVETRAN_BASE_URL ?? stack.sandboxOrigin,
    HEADGATE_SANDBOX_URL: stack.sandboxOrigin,
    PEOPLE_FILE: peopleFile(stack),
    SEAL_PUBLIC_KEY_FILE: stack.secrets.sealPublicKeyFile,
    WAREHOUSE_URL: stack.warehouseUrl,
    WEBHOOK_KEY_FILE: stack.secrets.webhookKeyFile,
  }
}

/** Where the seed writes who can sign in. */
export const peopleFile = (stack) => join(stack.folder, 'people.json')

import { isFree, nextFreePort } from './ports.mjs'

/**
 * The port in the environment variable `variable`, or `usual`. Throws when it is taken, naming the variable: people
 * type this address, so it must not move by itself.
 */
export async function requirePort(variable, usual) {
  const port = readPort(variable) ?? usual
  if (await isFree(port)) return port
  throw new Error(`Port ${port} is taken by another program. Choose one with ${variable}, say ${variable}=${port + 1}.`)
}

/** The same for a port nobody types: unless the variable insists, the next free one will do. */
export async function chooseAnyPort(variable, usual) {
  return readPort(variable) === undefined ? nextFreePort(usual) : requirePort(variable, usual)
}

function readPort(variable) {
  const text = process.env[variable]
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable}=${text} is not a port number`)
  return port
}

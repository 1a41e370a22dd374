// Imported first, for its effect: an old Node would otherwise fail somewhere deep, with a message about syntax.
const LOWEST = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < LOWEST[0] || (major === LOWEST[0] && minor < LOWEST[1])) {
  console.error(`Headgate needs Node ${LOWEST.join('.')} or newer (24 advised); this is ${process.version}.`)
  process.exit(1)
}

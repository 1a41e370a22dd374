// Proves that package-lock.json names every platform's build of our native packages. npm leaves out those it could not
// find while installing, and then `npm ci` fails on the other systems, or everywhere.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'))

/** The places where npm may have put `name` for the package at `path`: its own folder, then each parent's. */
function placesFor(path, name) {
  const places = [`${path ? `${path}/` : ''}node_modules/${name}`]
  if (path === '') return places
  const parent = path.lastIndexOf('/node_modules/')
  return places.concat(placesFor(parent === -1 ? '' : path.slice(0, parent), name))
}

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !placesFor(path, name).some((place) => place in packages))
    .map(([name, version]) => `  ${name}@${version}, wanted by ${path.replace('node_modules/', '')}`),
)

if (missing.length > 0) {
  console.error(`package-lock.json lacks optional packages, so "npm ci" will fail:\n${missing.join('\n')}`)
  process.exit(1)
}
console.log(`package-lock.json is complete: ${Object.keys(packages).length} packages`)

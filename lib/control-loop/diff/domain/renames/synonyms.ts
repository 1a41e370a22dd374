/** Words that schemas use for one thing. Each line is a set of names for one meaning; a word may stand in several. */
const sets = [
  'name title text label headline subject caption',
  'id key identifier token uuid guid code',
  'state status stage',
  'type kind category class',
  'amount total price value cost sum',
  'quantity count number units qty',
  'description body content summary text details',
  'note comment remark memo',
  'email mail',
  'phone telephone mobile cell',
  'zip postal postcode',
  'state province region',
  'country nation',
  'company organization organisation account business',
  'user person member owner employee',
  'customer client buyer',
  'vendor supplier seller',
  'product item sku article',
  'created inserted added opened',
  'updated modified changed edited',
  'deleted removed archived',
  'started began begin start',
  'ended finished end completed',
  'url link uri href website',
  'birthdate birthday born',
  'gender sex',
  'surname last family',
  'first given forename',
  'language locale lang',
  'currency ccy',
  'order purchase',
  'rate percent percentage ratio',
  'attempt retry retried try',
  'reason cause',
  'image picture photo avatar',
  'latitude lat',
  'longitude lng lon',
  'tag label',
  'group team',
  'line row item',
]
const groupsOf = new Map<string, Set<number>>()
for (const [index, set] of sets.entries()) {
  for (const word of set.split(' ')) groupsOf.set(word, (groupsOf.get(word) ?? new Set()).add(index))
}

/** True when schemas use both words for one thing. A word is no synonym of itself. */
export function areSynonyms(one: string, other: string): boolean {
  if (one === other) return false
  const groups = groupsOf.get(other)
  if (groups === undefined) return false
  for (const group of groupsOf.get(one) ?? []) if (groups.has(group)) return true
  return false
}

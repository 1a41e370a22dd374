import { z } from 'zod'
import { type CheckSuggestion, suggestChecks } from '@/lib/capabilities/quality/domain/check/suggest-checks'
import { tableProfileSchema } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { describeBound, describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'

import { type Command, type CommandInput, InputError } from '../command'
import { parseJson } from '../parse-json'
import { nameOf, openBytes, readWhole } from '../read-text'

const profileSchema = tableProfileSchema.extend({ at: z.iso.datetime({ offset: true }).optional() })

export const checksCommand: Command = {
  name: 'checks',
  summary: 'what the rows of a table could be held to, from its profiles',
  help: `Usage: headgate checks suggest [options] newest.json [older.json ...]
       headgate profile --key id rows.parquet | headgate checks suggest

In    profiles of one table as "headgate profile" gives them, the newest first; {"at": INSTANT} in one says when it was taken, else its
      "newestSyncedAt" does.
Out   [{"check", "promised", "terms": {"promise", "severity", "blocking", "runs"}, "why": [...],
      "backTest": {"told", "silent", "alarms", "days", "alarmsPerMonth", "alarmsPerMonthMax"}}]
      What the kept profiles cannot tell is null.
--text               a list for people instead of JSON

Exit  0, or 1 when the input cannot be read.`,
  flags: { text: false },
  run,
}

async function run({ files, flags, streams }: CommandInput): Promise<number> {
  const [verb, ...named] = files
  if (verb !== 'suggest')
    throw new InputError('The one thing checks does is suggest: headgate checks suggest profile.json')
  if (flags.batch === true) throw new InputError('checks reads the profiles of one table at a time')
  const history = []
  for (const file of named.length === 0 ? ['-'] : named) {
    const parsed = profileSchema.safeParse(
      parseJson(await readWhole(openBytes(file, streams), file), { file: nameOf(file), line: 1 }),
    )
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new InputError(`${nameOf(file)}: ${issue?.path.join('.') || 'the profile'}: ${issue?.message ?? 'is none'}`)
    }
    const { at, ...profile } = parsed.data
    history.push({ at: new Date(at ?? profile.newestSyncedAt ?? 0), profile })
  }
  const tables = new Set(history.map(({ profile }) => JSON.stringify([profile.schema, profile.table])))
  if (tables.size > 1) throw new InputError('The profiles are of different tables')
  const suggestions = suggestChecks(history, new Set())
  streams.stdout.write(
    flags.text === true ? suggestions.map(toText).join('') : `${JSON.stringify(suggestions.map(toJson), null, 2)}\n`,
  )
  return 0
}

function toJson({ terms, why, backTest }: CheckSuggestion) {
  return {
    check: describePromise(terms.promise).replaceAll('`', ''),
    promised: describeBound(terms.promise),
    terms,
    why,
    backTest,
  }
}

function toText({ terms, why }: CheckSuggestion): string {
  // A name must not move the cursor of whoever looks at it.
  const flat = (text: string) => text.replace(/\p{Cc}/gu, ' ')
  return `${flat(describePromise(terms.promise).replaceAll('`', ''))} (${describeBound(terms.promise)})\n    ${flat(why.join(' '))}\n`
}

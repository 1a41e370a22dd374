import { describe, expect, it } from 'vitest'
import { sampleInputs } from '@/lib/capabilities/model/tasks/testing/sample-inputs'
import { readDescriptions } from './describe-tables'

const input = sampleInputs('contact')['describe-tables']
const said = { table: 'contact', description: 'One row a person.', terms: ['Customer'], columns: [] }

describe('readDescriptions', () => {
  it('keeps terms of the glossary and leaves out invented ones', () => {
    const { tables, problems } = readDescriptions({ tables: [{ ...said, terms: ['Customer', 'Prospect'] }] }, input)
    expect(tables[0]?.terms).toEqual(['Customer'])
    expect(problems).toEqual(['The glossary has no term `Prospect`.'])
  })

  it('leaves out tables and columns that were not shown', () => {
    const column = { column: 'salary', description: 'What they earn.', terms: [] }
    const { tables, problems } = readDescriptions(
      {
        tables: [
          { ...said, columns: [column] },
          { ...said, table: 'secrets' },
        ],
      },
      input,
    )
    expect(tables).toHaveLength(1)
    expect(tables[0]?.columns).toEqual([])
    expect(problems).toEqual(['`contact` has no column `salary`.', 'There is no table `secrets`.'])
  })
})

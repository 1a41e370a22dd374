'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { savePricesMutation } from '@/lib/capabilities/model/queries'
import { linesOf, type PriceLine, type PriceProblem, pricesOf } from './prepare-prices'

export type PricesFormProps = { provider: ProviderView; onDone: () => void }

/** The whole price table of a provider, line by line. Saved whole: a line that is taken out has no price any more. */
export function PricesForm({ provider, onDone }: PricesFormProps) {
  const save = useMutation(savePricesMutation(useQueryClient(), provider.id))
  const [lines, setLines] = useState<PriceLine[]>(() =>
    provider.prices.length > 0 ? linesOf(provider.prices) : [emptyLine('first')],
  )
  const [problems, setProblems] = useState<PriceProblem[]>([])
  const [added, setAdded] = useState(0)

  function change(key: string, part: Partial<PriceLine>) {
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
    setProblems(problems.filter((problem) => problem.key !== key))
  }

  function add() {
    setLines([...lines, emptyLine(`added-${added}`)])
    setAdded(added + 1)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const { prices, problems: found } = pricesOf(lines)
    setProblems(found)
    if (!prices) return
    save.mutate(
      { prices },
      {
        onSuccess: () => {
          showToast('Prices saved.')
          onDone()
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <ul aria-label="Prices" className="grid gap-2">
        {lines.map((line, index) => (
          <PriceFields
            key={line.key}
            line={line}
            number={index + 1}
            problems={problems.filter((problem) => problem.key === line.key)}
            onChange={(part) => change(line.key, part)}
            onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
      </ul>
      <ProblemMessage error={save.error} what="Saving the prices" />
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="decide" type="submit" isPending={save.isPending}>
          Save prices
        </Button>
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
        <Button kind="quiet" icon={<Icon of={Plus} />} onPress={add}>
          Add a model
        </Button>
      </div>
    </form>
  )
}

type PriceFieldsProps = {
  line: PriceLine
  number: number
  problems: readonly PriceProblem[]
  onChange: (part: Partial<PriceLine>) => void
  onRemove: () => void
}

function PriceFields({ line, number, problems, onChange, onRemove }: PriceFieldsProps) {
  const errorAt = (field: PriceProblem['field']) => problems.find((problem) => problem.field === field)?.sentence
  return (
    <li className="flex flex-wrap items-start gap-2">
      <div className="min-w-40 grow basis-48">
        <TextField
          label={`Model ${number}`}
          isMono
          value={line.model}
          onChange={(model) => onChange({ model })}
          error={errorAt('model')}
          autoComplete="off"
        />
      </div>
      <div className="w-28">
        <TextField
          label="In, $"
          value={line.input}
          onChange={(input) => onChange({ input })}
          error={errorAt('input')}
          autoComplete="off"
        />
      </div>
      <div className="w-28">
        <TextField
          label="Out, $"
          value={line.isEmbedding ? '' : line.output}
          onChange={(output) => onChange({ output })}
          error={errorAt('output')}
          isDisabled={line.isEmbedding}
          autoComplete="off"
        />
      </div>
      <div className="flex h-8 items-center gap-2 self-start sm:mt-[21px]">
        <Checkbox isSelected={line.isEmbedding} onChange={(isEmbedding) => onChange({ isEmbedding })}>
          Embeddings
        </Checkbox>
        <IconButton icon={<Icon of={X} />} label={`Take model ${number} out`} onPress={onRemove} size="sm" />
      </div>
    </li>
  )
}

function emptyLine(key: string): PriceLine {
  return { key, model: '', input: '', output: '', isEmbedding: false }
}

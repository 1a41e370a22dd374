const stages = [
  {
    name: 'Observe',
    sentence: 'Every schema, column and distribution is read after each sync and kept as a snapshot.',
  },
  { name: 'Propose', sentence: 'Rules and a language model draft changes, with evidence for and against.' },
  { name: 'Review', sentence: 'A steward decides. Nobody approves their own change, and no token ever does.' },
  { name: 'Apply', sentence: 'What was approved runs as a plan through the Fivetran API, step by step.' },
  { name: 'Verify', sentence: 'A fresh snapshot proves it. If it does not hold, there is a way back.' },
]

const gaugeMarks = [116, 108, 100, 92, 84, 76, 68, 60, 52]
const stageTicks = [0.5, 164, 328, 656, 819.5]

/** The one picture of the product: the channel, the gate, and what each stage does. */
export function GatePicture() {
  return (
    <div className="w-full max-w-[820px]">
      <h2 className="mb-14 text-2xl font-semibold tracking-[-0.022em]">
        Changes wait at the gate.
        <br />
        <span className="font-medium text-ink-3">A person opens it.</span>
      </h2>
      <svg viewBox="0 0 820 132" aria-hidden="true" className="block w-full">
        <path d="M0 56H476V120H0z" fill="var(--hg-water-bg)" />
        <path d="M0 56H476" stroke="var(--hg-water-line)" strokeWidth="1.5" />
        <path d="M508 98H820V120H508z" fill="var(--hg-water-bg)" />
        <path d="M508 98H820" stroke="var(--hg-water)" strokeWidth="2" />
        <path d="M476 106H508V120H476z" fill="var(--hg-water)" />
        <path d="M470 6h10v114h-10zM504 6h10v114h-10zM484 30h16v68h-16z" fill="var(--hg-ink)" />
        <path d="M492 6v24M486 12h12M486 18h12" stroke="var(--hg-ink)" strokeWidth="1.5" />
        <path d="M0 120H820" stroke="var(--hg-ink-2)" />
        {gaugeMarks.map((y, index) => (
          <path key={y} d={index % 2 === 0 ? `M452 ${y}h12` : `M458 ${y}h6`} stroke="var(--hg-ink-2)" />
        ))}
        {stageTicks.map((x) => (
          <path key={x} d={`M${x} 120v8`} stroke="var(--hg-ink-2)" />
        ))}
      </svg>
      <ol className="mt-0.5 grid grid-cols-5">
        {stages.map((stage) => (
          <li key={stage.name} className="pe-[22px]">
            <b className="block text-md leading-[22px] font-semibold">{stage.name}</b>
            <span className="leading-[19px] text-ink-2">{stage.sentence}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Who can edit a settings page, named; what the reader may do is said first. */
export function editorsSentence(admins: readonly string[], mayEdit: boolean): string {
  if (admins.length === 0) return 'Admins can edit this page; engineers and stewards can read it.'
  const names = list.format(admins)
  if (mayEdit) return `${names} can edit this page; engineers and stewards can read it.`
  return `You can read this page; ${names} can edit it.`
}

/**
 * Takes the text of a CSV file (RFC 4180: quoted fields may hold commas, line breaks and doubled quotes); gives its records. An
 * empty field that is not quoted is null. Refuses a quote that is never closed.
 */
export function parseCsv(text: string): (string | null)[][] {
  const records: (string | null)[][] = []
  let record: (string | null)[] = []
  let field = ''
  let quoted = false
  let wasQuoted = false
  const endField = () => {
    record.push(field === '' && !wasQuoted ? null : field)
    field = ''
    wasQuoted = false
  }
  const endRecord = () => {
    endField()
    // A line with nothing on it is not a record.
    if (record.length > 1 || record[0] !== null) records.push(record)
    record = []
  }
  for (let index = text.charCodeAt(0) === 0xfeff ? 1 : 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text.charAt(index + 1) === '"') {
        field += '"'
        index += 1
      } else quoted = false
    } else if (letter === '"' && field === '') {
      quoted = true
      wasQuoted = true
    } else if (letter === ',') endField()
    else if (letter === '\n') endRecord()
    else if (letter !== '\r') field += letter
  }
  if (quoted) throw new Error('a quoted field is never closed')
  if (field !== '' || wasQuoted || record.length > 0) endRecord()
  return records
}

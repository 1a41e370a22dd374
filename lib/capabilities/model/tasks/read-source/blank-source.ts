/** Words that documentation puts where an example has a value: they say what a field is, not what somebody's is. */
const typeWords =
  /^(?:string|integer|int(?:32|64)?|number|float|double|decimal|bool(?:ean)?|object|array|null|date|date-?time|timestamp|uuid|json|enum)(?:\[\]|\?)?$/i

/**
 * A pasted document without the values in it: those of JSON examples are blanked, and so is quoted text in SQL; statements that carry rows are left out.
 * Names, types, comments and prose stay; what of them must not leave, the gate masks. Pure.
 */
export function blankSource(kind: 'documentation' | 'ddl', text: string): string {
  return kind === 'ddl' ? blankSql(text) : blankExamples(text)
}

function blankExamples(text: string): string {
  return text
    .replace(
      /((["'])[^"'\n]{1,200}\2\s*:\s*)(["'])((?:[^"'\\\n]|\\.)*)\3/g,
      (whole: string, name: string, _quote: string, quote: string, value: string) =>
        typeWords.test(value) ? whole : `${name}${quote}***${quote}`,
    )
    .replace(/((["'])[^"'\n]{1,200}\2\s*:\s*)-?\d[\d.eE+-]*/g, '$10')
}

/** In statements that define: what stands in single quotes, unless it is a comment on a column. */
function blankSql(text: string): string {
  return text
    .replace(/^\s*(?:insert\s+into|copy|update|merge\s+into)\b[\s\S]*?(?:;|$(?![\s\S]))/gim, '')
    .replace(/(\bis\s+|\bcomment\s+)?'(?:[^']|'')*'/gi, (whole: string, comment?: string) =>
      comment === undefined ? "'***'" : whole,
    )
}

import type { SqlToken } from './tokenise-sql'

/** Words that end a column's type: the first of its options. */
const afterType = new Set(
  'not,null,default,primary,unique,references,check,constraint,comment,collate,generated,identity,auto_increment,autoincrement,encode,distkey,sortkey,as,on,with,masking,tag,policy,storage,compression,invisible,visible,virtual,stored,key,character_set,charset,options,enable,deferrable,initially'.split(
    ',',
  ),
)
/** Second and later words of types written in several. */
const typeWords = new Set(
  'varying,precision,unsigned,signed,zerofill,large,object,time,zone,without,with,local,binary,to,second,day,month,year,minute,hour,long,raw,byte,char'.split(
    ',',
  ),
)

/** Steps through the tokens of a script; words are compared without case. */
export class SqlCursor {
  private at = 0
  constructor(private readonly tokens: readonly SqlToken[]) {}

  isAtEnd(): boolean {
    return this.at >= this.tokens.length
  }

  line(): number {
    return (this.tokens[this.at] ?? this.tokens.at(-1))?.line ?? 1
  }

  /** The token at hand, for messages. */
  shown(): string {
    const token = this.tokens[this.at]
    return token === undefined ? 'the end' : `\`${token.text.slice(0, 40)}\``
  }

  peekSign(sign: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === sign
  }

  takeSign(sign: string): boolean {
    if (!this.peekSign(sign)) return false
    this.at += 1
    return true
  }

  peekWord(...words: string[]): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'word' && words.includes(token.text.toLowerCase())
  }

  takeWord(...words: string[]): boolean {
    if (!this.peekWord(...words)) return false
    this.at += 1
    return true
  }

  takeWords(...words: string[]): boolean {
    const fits = words.every((word, step) => {
      const token = this.tokens[this.at + step]
      return token?.kind === 'word' && token.text.toLowerCase() === word
    })
    if (fits) this.at += words.length
    return fits
  }

  takeName(): string | null {
    const token = this.tokens[this.at]
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'name')) return null
    this.at += 1
    return token.text
  }

  /** The parts of `db.schema.table`. */
  takeParts(): string[] {
    const parts: string[] = []
    do {
      const name = this.takeName()
      if (name === null) break
      parts.push(name)
    } while (this.takeSign('.'))
    return parts
  }

  /** The last part of a qualified name. */
  takeQualifiedName(): string | null {
    return this.takeParts().at(-1) ?? null
  }

  /** The names within parentheses, without lengths, orders and expressions. */
  takeNames(): string[] {
    const names: string[] = []
    if (!this.takeSign('(')) return names
    while (!this.isAtEnd() && !this.peekSign(')')) {
      const name = this.takeName()
      if (name !== null) names.push(name)
      while (!this.isAtEnd() && !this.peekSign(',') && !this.peekSign(')')) this.skipOne()
      this.takeSign(',')
    }
    this.takeSign(')')
    return names
  }

  takeText(): string | null {
    const token = this.tokens[this.at]
    if (token?.kind !== 'text') return null
    this.at += 1
    return token.text
  }

  /** A type as written, up to the first option of its column. */
  takeType(): string {
    let type = ''
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      const word = token.text.toLowerCase()
      if (token.kind === 'sign') {
        if (word === '(' || word === '<') type += this.takeBracketed(word === '(' ? ')' : '>')
        else if (word === '[' || word === ']' || word === '.') {
          type += word
          this.at += 1
        } else break
      } else if (token.kind === 'number' && type.endsWith('[')) {
        type += token.text
        this.at += 1
      } else if (token.kind === 'word' || token.kind === 'name') {
        const isTimeZone = word === 'with' && /^(?:time|local)$/i.test(this.tokens[this.at + 1]?.text ?? '')
        if (type !== '' && !type.endsWith('.') && !isTimeZone && (afterType.has(word) || !typeWords.has(word))) break
        if (type === '' && afterType.has(word)) break
        type += type === '' || type.endsWith('.') ? token.text : ` ${token.text}`
        this.at += 1
      } else break
    }
    // A type of another schema is known by its own name.
    return type.replace(/^(?:\w+\.)+/, '')
  }

  startsConstraint(): boolean {
    const next = this.tokens[this.at + 1]
    const opens = next?.kind === 'sign' && next.text === '('
    if (this.peekWord('check', 'exclude', 'like', 'period') && (opens || this.peekWord('like', 'exclude', 'period')))
      return next?.kind !== 'word' || this.peekWord('like')
    // MySQL's `KEY name (columns)`, not a column called key.
    const afterNext = this.tokens[this.at + 2]
    return (
      this.peekWord('key', 'index', 'fulltext', 'spatial') &&
      (opens ||
        (afterNext?.kind === 'sign' && afterNext.text === '(' && !isTypeWord(next?.text)) ||
        this.peekWord('fulltext', 'spatial'))
    )
  }

  /** One token, or everything within a pair of parentheses. */
  skipOne(): void {
    if (this.peekSign('(')) this.takeBracketed(')')
    else this.at += 1
  }

  skipStatement(): void {
    while (!this.isAtEnd() && !this.takeSign(';')) this.at += 1
  }

  private takeBracketed(close: string): string {
    const open = close === ')' ? '(' : '<'
    let depth = 0
    let text = ''
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      this.at += 1
      text += token.kind === 'text' ? `'${token.text}'` : token.text
      if (token.kind !== 'sign') continue
      if (token.text === open) depth += 1
      if (token.text === close) depth -= 1
      if (depth === 0) break
    }
    return text
  }
}

function isTypeWord(word: string | undefined): boolean {
  return /^(?:var)?char2?$|^(?:decimal|numeric|number|text|int|bigint|binary|varbinary|enum|timestamp|datetime|bit|float)$/i.test(
    word ?? '',
  )
}

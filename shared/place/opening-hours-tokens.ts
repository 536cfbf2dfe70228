import { refuse } from './opening-hours-refusal.ts';

export type Token = {
  kind: 'time' | 'number' | 'word' | 'comment' | 'mark';
  /** Words in lower case; a comment without its quotes; a mark as its plain ASCII form. */
  text: string;
  at: number;
};

/** A dash in its several shapes; the reference evaluator takes all of these for `-`, and no others. */
const DASH = /[-–—~～]/;
const MAX_LENGTH = 4000;

const PATTERNS: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['mark', /24\/7/y],
  ['time', /\d{1,2}[:：.]\d{2}(?!\d)/y],
  ['number', /\d+/y],
  ['word', /[a-z]+/iy],
  ['comment', /"[^"]*"/y],
  ['mark', /\|\||[-–—~～,;:：[\]()+/&]/y],
];

/** The words, times and marks of a text in the opening_hours notation, each with its position. */
function tokensOf(text: string): Token[] {
  if (text.length > MAX_LENGTH) refuse('too_long', MAX_LENGTH);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = nextToken(text, at);
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: plain(found.kind, found.text), at });
    at += found.text.length;
  }
  return tokens;
}

function nextToken(text: string, at: number): { kind: Token['kind'] | 'space'; text: string } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0] };
  }
  return refuse('unreadable', at);
}

function plain(kind: Token['kind'], text: string): string {
  if (kind === 'word') return text.toLowerCase();
  if (kind === 'comment') return text.slice(1, -1).trim();
  if (kind === 'time') return text.replace(/[：.]/, ':');
  if (DASH.test(text)) return '-';
  return text === '：' ? ':' : text;
}

const SUN_WORDS = ['sunrise', 'sunset', 'dawn', 'dusk'];

/** Walks through the tokens of a text. */
export class TokenCursor {
  private position = 0;
  private readonly tokens: Token[];
  private readonly end: number;

  constructor(text: string) {
    this.tokens = tokensOf(text);
    this.end = text.length;
  }

  /** The next token, or one further ahead; undefined at the end. */
  peek(ahead = 0): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  /** Whether everything was read. */
  isDone(): boolean {
    return this.position >= this.tokens.length;
  }

  skip(): void {
    this.position += 1;
  }

  /** Takes a comma, but only where what follows it continues the list. */
  takeCommaBefore(continues: (token: Token) => boolean): boolean {
    const next = this.peek(1);
    if (this.peek()?.text !== ',' || !next || !continues(next)) return false;
    this.position += 1;
    return true;
  }

  take(): Token {
    const token = this.peek() ?? this.stop();
    this.position += 1;
    return token;
  }

  takeMark(text: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'mark' || token.text !== text) return false;
    this.position += 1;
    return true;
  }

  takeWord(text: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'word' || token.text !== text) return false;
    this.position += 1;
    return true;
  }

  at(): number {
    return this.peek()?.at ?? this.end;
  }

  /** Refuses what stands here, with the most telling reason for it. */
  stop(otherwise: 'unreadable' | 'no_times' = 'unreadable'): never {
    const token = this.peek();
    if (!token) return refuse(otherwise, this.end);
    if (
      SUN_WORDS.includes(token.text) ||
      (token.text === '(' && SUN_WORDS.includes(this.peek(1)?.text ?? ''))
    )
      return refuse('variable_time', token.at);
    if (token.text === 'sh') return refuse('school_holidays', token.at);
    if (token.text === 'week') return refuse('week_numbers', token.at);
    if (token.text === 'easter') return refuse('movable_date', token.at);
    if (token.text === '||') return refuse('fallback', token.at);
    if (token.kind === 'comment') return refuse('comment', token.at);
    const endsRule = token.text === ';' || token.text === ',' || token.text === 'open';
    return refuse(endsRule ? otherwise : 'unreadable', token.at);
  }
}

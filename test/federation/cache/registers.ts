import pg from 'pg';

/** Marks a written text: `⟦a17⟧` = the 17th value of register a. */
const mark = (letter: string, value: number | 'never'): string => `⟦${letter}${value}⟧`;
const MARKS = /⟦([a-z])(\d+|never)⟧/g;

/** The text as it was before anybody wrote. */
export const unmarked = (text: string): string => text.replaceAll(MARKS, '');

export function marksOf(text: string): { letter: string; value: number }[] {
  return [...text.matchAll(MARKS)].map(([, letter, value]) => ({ letter: letter!, value: Number(value) }));
}

/**
 * A text in a database that is written again and again with growing numbers. What is committed is told by the database's
 * answer; a read that begins later must show at least that, and never more than was begun.
 */
export class Register {
  committed = 0;
  begun = 0;

  constructor(
    readonly letter: string,
    private readonly write: (marked: (value: number | 'never') => string, value: number) => Promise<void>,
  ) {}

  async advance(): Promise<void> {
    const value = (this.begun += 1);
    await this.write((shown) => mark(this.letter, shown), value);
    this.committed = value;
  }
}

/** How one value reaches the table: alone, behind an older transaction that stays open, or after one that is rolled back. */
export type Manner = 'alone' | 'late' | 'after a rollback';

/** Writes by hand, with a connection of its own to the subgraph's database. */
export async function handWriter(
  url: string,
  { table, column, where, manner }: { table: string; column: string; where: string; manner: () => { manner: Manner; ms: number } },
): Promise<{ write: (marked: (value: number | 'never') => string, value: number) => Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(`select ${column} as text from ${table} where ${where}`);
  const original = rows[0]!.text;
  const set = (text: string): Promise<unknown> => client.query(`update ${table} set ${column} = $1 where ${where}`, [original + text]);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    async write(marked, value) {
      const { manner: how, ms } = manner();
      if (how === 'alone') return void (await set(marked(value)));
      if (how === 'after a rollback') {
        await client.query('begin');
        await set(marked('never'));
        await pause(ms);
        await client.query('rollback');
        return void (await set(marked(value)));
      }
      await client.query('begin');
      await client.query('select pg_current_xact_id()'); // others get later numbers and commit first
      await pause(ms);
      await set(marked(value));
      await pause(ms);
      await client.query('commit');
    },
    close: () => client.end(),
  };
}

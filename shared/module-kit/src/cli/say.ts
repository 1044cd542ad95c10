import type { LocaleText } from '@thidua/contracts/web';

/** Lines for people: Vietnamese first, English after. Everything goes to stdout, troubles to stderr. */
const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const done = (vi: string, en: string): void => line(process.stdout, paint('32', '✓'), { vi, en });
export const note = (vi: string, en: string): void => line(process.stdout, paint('33', '•'), { vi, en });
export const trouble = (message: LocaleText, about = ''): void => line(process.stderr, paint('31', '✗'), message, about);
export const remedy = (message: LocaleText): void => line(process.stderr, paint('2', '  →'), message);
export const plain = (text: string): void => void process.stdout.write(`    ${text}\n`);

function line(stream: NodeJS.WriteStream, sign: string, { vi, en }: LocaleText, about = ''): void {
  stream.write(`  ${sign} ${about ? `${paint('1', about)} ` : ''}${vi}${vi === en ? '' : paint('2', ` / ${en}`)}\n`);
}

/** An expected end: a sentence and what to do, no stack trace. */
export class Stop extends Error {
  constructor(
    readonly text: LocaleText,
    readonly todo?: LocaleText,
  ) {
    super(text.en);
  }

  print(): void {
    trouble(this.text);
    if (this.todo) remedy(this.todo);
  }
}

export const stop = (vi: string, en: string, todo?: LocaleText): Stop => new Stop({ vi, en }, todo);

/** Runs a command line to its end: a `Stop` becomes a sentence, anything else a stack trace, both exit code 1. */
export async function runToEnd(work: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (error instanceof Stop) error.print();
    else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Lines of progress: Vietnamese first, English after. */
const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint = (code: string, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export function done(what: string, detail = ''): void {
  process.stdout.write(`  ${paint('32', '✓')} ${what}${detail ? paint('2', ` ${detail}`) : ''}\n`);
}

export function note(sentence: string): void {
  process.stdout.write(`  ${paint('33', '•')} ${sentence}\n`);
}

export function heading(sentence: string): void {
  process.stdout.write(`\n${paint('1', sentence)}\n`);
}

export function trouble(sentence: string): void {
  process.stderr.write(`\n  ${paint('31', '✗')} ${sentence}\n\n`);
}

/** Text that is already HTML. */
export interface Html {
  readonly text: string;
}

type Part = string | number | Html | null | readonly (string | Html)[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** HTML with every value escaped; `Html` goes in as it is, null as nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { text: strings.reduce((done, string, i) => done + printed(parts[i - 1] ?? null) + string) };
}

function printed(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'text' in part ? part.text : part.map(printed).join('');
}

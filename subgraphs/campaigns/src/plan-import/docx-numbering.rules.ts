/**
 * Numbers that Word makes itself are not part of a document's text. This reads them back from the two parts
 * that define them, so that "I.", "1." and "-" reach the importer as they are printed.
 */

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

type Definitions = ReadonlyMap<string, ReadonlyMap<number, Level>>;

const ATTRIBUTE = (name: string): RegExp => new RegExp(`<w:${name}\\s[^>]*?w:val="([^"]*)"`, 'u');

function valueOf(xml: string, name: string): string | null {
  return ATTRIBUTE(name).exec(xml)?.[1] ?? null;
}

/** Printed label of every paragraph of the document, in order; '' where Word prints none. */
export function printedLabels(documentXml: string, numberingXml: string | null): string[] {
  const definitions = numberingXml ? readDefinitions(numberingXml) : new Map<string, Map<number, Level>>();
  const counters = new Map<string, number[]>();
  return paragraphsOf(documentXml).map((xml) => {
    const numbering = /<w:numPr>.*?<\/w:numPr>/su.exec(/<w:pPr>.*?<\/w:pPr>/su.exec(xml)?.[0] ?? '')?.[0];
    const id = numbering ? valueOf(numbering, 'numId') : null;
    const levels = id ? definitions.get(id) : undefined;
    if (!numbering || !id || !levels) return '';
    return labelAt(levels, Number(valueOf(numbering, 'ilvl') ?? 0), counterOf(counters, id));
  });
}

function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p(?:\s[^>]*)?>.*?<\/w:p>|<w:p(?:\s[^>]*)?\/>/gsu)].map((match) => match[0]);
}

function counterOf(counters: Map<string, number[]>, id: string): number[] {
  const known = counters.get(id) ?? [];
  counters.set(id, known);
  return known;
}

function readDefinitions(xml: string): Definitions {
  const abstract = new Map(
    [...xml.matchAll(/<w:abstractNum\s[^>]*?w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gsu)].map((match) => [
      match[1] ?? '',
      readLevels(match[0]),
    ]),
  );
  return new Map(
    [...xml.matchAll(/<w:num\s[^>]*?w:numId="(\d+)".*?<\/w:num>/gsu)].map((match) => [
      match[1] ?? '',
      abstract.get(valueOf(match[0], 'abstractNumId') ?? '') ?? new Map<number, Level>(),
    ]),
  );
}

function readLevels(xml: string): Map<number, Level> {
  return new Map(
    [...xml.matchAll(/<w:lvl\s[^>]*?w:ilvl="(\d+)".*?<\/w:lvl>/gsu)].map((match) => [
      Number(match[1]),
      {
        format: valueOf(match[0], 'numFmt') ?? 'decimal',
        text: valueOf(match[0], 'lvlText') ?? '',
        start: Number(valueOf(match[0], 'start') ?? 1),
      },
    ]),
  );
}

/** Counts this level up, forgets the deeper ones, and writes the label by its pattern ("%1.%2."). */
function labelAt(levels: ReadonlyMap<number, Level>, at: number, counter: number[]): string {
  const level = levels.get(at);
  if (!level) return '';
  if (level.format === 'bullet') return level.text === '+' ? '+ ' : '- ';
  counter[at] = (counter[at] ?? level.start - 1) + 1;
  counter.length = at + 1;
  const label = level.text.replace(/%(\d)/gu, (_, digit: string) =>
    formatNumber(counter[Number(digit) - 1] ?? 1, levels.get(Number(digit) - 1)?.format ?? 'decimal'),
  );
  return label === '' ? '' : `${label} `;
}

function formatNumber(value: number, format: string): string {
  const letter = 'abcdđeghiklmnopqrstuvxy'.charAt(value - 1);
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'lowerLetter') return String.fromCharCode(96 + value);
  if (format === 'upperLetter') return String.fromCharCode(64 + value);
  return format.startsWith('vietnamese') ? letter : String(value);
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, out] = [value, ''];
  for (const [worth, sign] of signs)
    while (left >= worth) {
      out += sign;
      left -= worth;
    }
  return out;
}

import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { printedLabels } from './docx-numbering.rules.js';
import { UnreadableFile } from './unreadable.js';
import { guardZip } from './zip-guard.js';

export type SourceFormat = 'TEXT' | 'DOCX' | 'PDF';

export interface SourceText {
  /** The extracted text; from here on never changed. */
  readonly text: string;
  readonly format: SourceFormat;
}

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_PAGES = 200;
/** A densely printed page of 14-point text holds about this many characters. */
const PAGE_CHARACTERS = 3_500;

/** Takes the text out of a text file, a Word file or a PDF with a text layer; anything else is refused by its content, not its name. */
export async function readSourceFile(bytes: Uint8Array, fileName: string): Promise<SourceText> {
  if (bytes.length === 0) throw new UnreadableFile('EMPTY_FILE');
  if (bytes.length > MAX_BYTES) throw new UnreadableFile('TOO_LARGE');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source = await readByContent(buffer, fileName);
  if (source.text.length > MAX_PAGES * PAGE_CHARACTERS) throw new UnreadableFile('TOO_MANY_PAGES');
  if (!/\p{L}/u.test(source.text)) throw new UnreadableFile('EMPTY_FILE');
  return source;
}

async function readByContent(buffer: Buffer, fileName: string): Promise<SourceText> {
  const head = buffer.subarray(0, 8).toString('latin1');
  if (/\.docm$|\.dotm$/iu.test(fileName)) throw new UnreadableFile('MACRO_DOCUMENT');
  if (head.startsWith('PK')) return { text: await readDocx(buffer), format: 'DOCX' };
  if (buffer.subarray(0, 1024).includes('%PDF-')) return { text: await readPdf(buffer), format: 'PDF' };
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new UnreadableFile('OLD_WORD');
  if (head.startsWith('{\\rtf') || head.startsWith('\u0089PNG') || head.startsWith('\u00ff\u00d8'))
    throw new UnreadableFile('NOT_A_DOCUMENT');
  return { text: decodeText(buffer), format: 'TEXT' };
}

/** Text must be UTF-8 and hold real Vietnamese letters: old font encodings are valid bytes but wrong letters. */
export function decodeText(buffer: Buffer): string {
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/u.test(buffer.subarray(0, 2).toString('latin1'))) throw new UnreadableFile('WRONG_ENCODING');
  if (buffer.includes(0)) throw new UnreadableFile('NOT_A_DOCUMENT');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch {
    throw new UnreadableFile('WRONG_ENCODING');
  }
  if (text.includes('\uFFFD') || isMisread(text)) throw new UnreadableFile('WRONG_ENCODING');
  return text;
}

function isMisread(text: string): boolean {
  const doubled = text.match(/á[º»]|Ä[\u2018\u0090\u0091]|Æ°|Ã[\u00a0-\u00bf]/gu)?.length ?? 0;
  const oldFont = text.match(/[¸µ¶·¹¨©®ª«¬¾»¼½Æ×ØÜÞ§]/gu)?.length ?? 0;
  const letters = text.normalize('NFC').match(/[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/gu)?.length ?? 0;
  return (doubled > 5 && doubled > letters / 4) || (oldFont > 10 && oldFont > letters);
}

async function readDocx(buffer: Buffer): Promise<string> {
  const part = guardZip(buffer);
  const documentXml = part('word/document.xml');
  if (documentXml === null) throw new UnreadableFile('NOT_A_DOCUMENT');
  const { value } = await mammoth.extractRawText({ buffer });
  const paragraphs = value.replace(/\n\n$/u, '').split('\n\n');
  const labels = printedLabels(documentXml, part('word/numbering.xml'));
  if (labels.length !== paragraphs.length) return value;
  return paragraphs.map((paragraph, i) => `${labels[i] ?? ''}${paragraph}`).join('\n\n');
}

async function readPdf(buffer: Buffer): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(buffer)).catch(() => null);
  if (!pdf) throw new UnreadableFile('PROTECTED_FILE');
  if (pdf.numPages > MAX_PAGES) throw new UnreadableFile('TOO_MANY_PAGES');
  const { text } = await extractText(pdf, { mergePages: false });
  const letters = text.join('').match(/\p{L}/gu)?.length ?? 0;
  if (letters < 40 * Math.min(pdf.numPages, 3)) throw new UnreadableFile('SCANNED_PDF');
  return text.join('\n\n');
}

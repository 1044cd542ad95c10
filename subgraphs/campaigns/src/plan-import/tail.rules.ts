import { readBullet } from './labels.rules.js';
import type { Line } from './passage.rules.js';
import { plainOf } from './passage.rules.js';
import { opensSignature } from './signature.rules.js';

export interface Tail {
  readonly body: readonly Line[];
  readonly recipients: readonly Line[];
  readonly signature: readonly Line[];
  /** Something follows the signature: an annex, which is not read. */
  readonly annex: boolean;
}

const RECIPIENTS = /^Nơi nhận\s*:?\s*(.*)$/u;
const ANNEX = /^(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|DANH SÁCH|Mẫu số)(?:\s|$)/u;

/** Takes recipients and signature off the end; in two-column layouts they may stand in either order or share a line. */
export function splitTail(lines: readonly Line[]): Tail {
  const marked = lines.findLastIndex((line) => RECIPIENTS.test(plainOf(line.text)));
  const from = marked < 0 ? tailWithoutMark(lines) : signatureBefore(lines, marked);
  const rest = lines.slice(from);
  const annexAt = rest.findIndex((line) => ANNEX.test(plainOf(line.text)));
  const tail = (annexAt < 0 ? rest : rest.slice(0, annexAt)).flatMap(withoutMark);
  const recipients: Line[] = [];
  const signature: Line[] = [];
  for (const line of tail) (isRecipient(line, recipients, marked >= 0, signature.length > 0) ? recipients : signature).push(line);
  return { body: lines.slice(0, from), recipients, signature, annex: annexAt >= 0 };
}

function tailWithoutMark(lines: readonly Line[]): number {
  const at = lines.findLastIndex((line) => opensSignature(line.text));
  if (at < 0) return lines.length;
  return at > 0 && opensSignature(lines[at - 1]?.text ?? '') ? at - 1 : at;
}

/** A signature printed above "Nơi nhận" belongs to the end as well. */
function signatureBefore(lines: readonly Line[], marked: number): number {
  const from = Math.max(0, marked - 6);
  const above = lines.slice(from, marked).findIndex((line) => opensSignature(line.text));
  return above < 0 ? marked : from + above;
}

/** "Nơi nhận:" itself is no recipient; what shares its line is. */
function withoutMark(line: Line): Line[] {
  const match = RECIPIENTS.exec(plainOf(line.text));
  if (!match) return [line];
  const text = match[1] ?? '';
  return text === '' ? [] : [{ ...line, text, start: line.end - text.length }];
}

function isRecipient(line: Line, taken: readonly Line[], marked: boolean, signing: boolean): boolean {
  const text = plainOf(line.text);
  if (!marked || opensSignature(text)) return false;
  if (readBullet(text)) return true;
  const archived = /^[-–+]?\s*Lưu/u.test(plainOf(taken.at(-1)?.text ?? ''));
  return !signing && !archived && /[;,.]$/u.test(text);
}

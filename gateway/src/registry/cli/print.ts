import type { DeprecatedPart } from '../check/deprecated.uses.js';
import { printedDay } from '../check/deprecation.rules.js';
import type { Verdict } from '../check/verdict.js';
import type { Publication } from '../schema.registry.js';
import type { HistoryEntry } from '../store/history.store.js';
import type { UnusedField } from '../unused.js';

const LEVEL = { breaking: '✗ phá vỡ / breaking ', dangerous: '! cần xem / dangerous', safe: '+ an toàn / safe    ' } as const;
const both = ({ vi, en }: { vi: string; en: string }): string => `${vi} / ${en}`;
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];

/** The verdict on a change, for people: Vietnamese first. */
export function verdictText({ subgraph, accepted, unchanged, composition, house, changes, hits, early }: Verdict): string {
  const head = unchanged ? 'không có gì mới / nothing new' : accepted ? 'được nhận / accepted' : 'KHÔNG ĐƯỢC NHẬN / REFUSED';
  return [
    `${subgraph}: ${head}`,
    ...section('Không ghép được / does not compose:', composition),
    ...section(
      'Trái quy tắc / house rules:',
      house.map(({ rule, message }) => `${rule}: ${both(message)}`),
    ),
    ...section(
      'Ai bị ảnh hưởng / who is hit:',
      hits.map(({ message }) => both(message)),
    ),
    ...section(
      'Bỏ sớm hơn đã hứa / removed earlier than promised:',
      early.map(({ message }) => both(message)),
    ),
    ...section(
      'Thay đổi / changes:',
      changes.map(({ level, message }) => `${LEVEL[level]}  ${both(message)}`),
    ),
    '',
  ].join('\n');
}

export function publicationText({ verdict, version, supergraph }: Publication): string {
  if (!verdict.accepted || verdict.unchanged) return verdictText(verdict);
  const what = version === null ? `${verdict.subgraph} đã rút / taken out` : `${verdict.subgraph} ${version}`;
  return `${verdictText(verdict)}\nĐã công bố / published: ${what}, đồ thị / graph ${supergraph}\n`;
}

export function historyText(history: readonly HistoryEntry[]): string {
  const entries = history.map(({ version, subgraph, schemaVersion, by, at, isActive, changes }) => {
    const what = subgraph ? `${subgraph}${schemaVersion === null ? ' −' : ` ${schemaVersion}`}` : 'nhiều phân hệ / several';
    const lines = changes.map(({ level, vi, en }) => `  ${LEVEL[level]}  ${vi} / ${en}`);
    return [`${isActive ? '●' : '○'} ${version}  ${printedInstant(at)}  ${what}  ${by}`, ...lines].join('\n');
  });
  return `${entries.join('\n')}\n`;
}

export function unusedText({ days, fields }: { days: number; fields: readonly UnusedField[] }): string {
  const lines = fields.map(({ coordinate, isDeprecated, until }) => {
    const mark = isDeprecated ? `  sắp bỏ / deprecated${until ? ` → ${printedDay(until)}` : ''}` : '';
    return `  ${coordinate}${mark}`;
  });
  return [`${fields.length} trường không ai dùng trong ${days} ngày / fields nobody used in ${days} days`, ...lines, ''].join('\n');
}

export function deprecatedText(parts: readonly DeprecatedPart[]): string {
  const lines = parts.flatMap(({ coordinate, reason, until, users }) => [
    `${until ? printedDay(until) : '—         '}  ${coordinate}  ${reason}`,
    ...users.map(({ kind, client, release, operation, count }) =>
      kind === 'traffic'
        ? `              ${client}: ${count} lần / requests`
        : `              ${kind}:${client}${release ? ` ${release}` : ''} «${operation}»`,
    ),
  ]);
  return `${lines.join('\n') || 'Không có phần nào sắp bỏ / nothing is deprecated'}\n`;
}

/** `2025-12-15T02:30:00Z` → `15/12/2025 09:30`, time of Vietnam. */
function printedInstant(iso: string): string {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(iso))
    .split(' ');
  return `${day.split('-').toReversed().join('/')} ${time}`;
}

import type { Noun, Text } from './target.types.js';

/** A text in both languages. */
export const say = (vi: string, en: string): Text => ({ vi, en });

/** "2025-07-01" → "01/07/2025". */
export const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** The day after a calendar day; without clock or zone. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** An exact decimal with the language's own mark; the per cent sign is held by a no-break space. */
export const percent = (exact: string): Text => say(`${exact.replace('.', ',')}\u00a0%`, `${exact}\u00a0%`);

/** Key under which titles, indices and recognitions are recognised: without marks, quotes and double spaces. */
export const topicKey = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} ]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

export const PEOPLE: Noun = { vi: 'người', en: 'people', one: 'person' };
export const COLLECTIVES: Noun = { vi: 'tập thể', en: 'collectives', one: 'collective' };
export const BODIES: Noun = { vi: 'tổ chức', en: 'bodies', one: 'body' };
export const TASKS: Noun = { vi: 'việc', en: 'tasks', one: 'task' };

/** "1 người", "2 people". */
export const counted = (count: number, noun: Noun): Text => say(`${count} ${noun.vi}`, `${count} ${count === 1 ? noun.one : noun.en}`);

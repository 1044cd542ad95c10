import { LIMITS, type Client, type LimitName } from './graph-desk.types.js';

export type LimitForm = Record<LimitName, string> & { expiresOn: string };

const LARGEST = 1_000_000_000;

/** What stands in the form at first; an empty box = what holds for all of its kind. */
export const formOf = (client: Client): LimitForm =>
  ({
    ...Object.fromEntries(LIMITS.map((name) => [name, client[name] === null ? '' : String(client[name])])),
    expiresOn: client.expiresAt ? client.expiresAt.slice(0, 10) : '',
  }) as LimitForm;

/** Boxes that hold no amount. */
export const faultyBoxes = (form: LimitForm): LimitName[] =>
  LIMITS.filter((name) => form[name].trim() !== '' && !(/^\d{1,10}$/.test(form[name].trim()) && between(Number(form[name]))));

const between = (value: number): boolean => value >= 1 && value <= LARGEST;

/** The form as the registry takes it; the last day counts in full, by Vietnamese time. */
export const settingsOf = (form: LimitForm): object => ({
  ...Object.fromEntries(LIMITS.map((name) => [name, form[name].trim() === '' ? null : Number(form[name])])),
  expiresAt: form.expiresOn === '' ? null : `${form.expiresOn}T23:59:59+07:00`,
});

import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { PortalLocale } from '@thidua/contracts/web';

/** Year, and month and day where known. */
export interface PartialDateValue {
  readonly year: number;
  readonly month?: number | null;
  readonly day?: number | null;
}

const NBSP = '\u00a0';
const two = (value: number): string => String(value).padStart(2, '0');

/** `2025-12-15` → `15/12/2025`, in both languages: the day of a Vietnamese document reads the same to everybody. */
export function formatDate(value: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? '');
  return match ? `${match[3]}/${match[2]}/${match[1]}` : '';
}

/** A partial date stays partial: `2025`, `01/2025`, `09/01/2025`. */
export function formatPartialDate(value: PartialDateValue | null | undefined): string {
  if (!value) return '';
  if (!value.month) return String(value.year);
  if (!value.day) return `${two(value.month)}/${value.year}`;
  return `${two(value.day)}/${two(value.month)}/${value.year}`;
}

/** An instant on the clock of the province (UTC+7): `14:00, 12/12/2025`. */
export function formatDateTime(value: string | Date | null | undefined): string {
  if (!value) return '';
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(typeof value === 'string' ? new Date(value) : value);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((item) => item.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')}, ${part('day')}/${part('month')}/${part('year')}`;
}

/** `1234567.5` → `1.234.567,5` (vi) or `1,234,567.5` (en). */
export function formatNumber(value: number | string | null | undefined, locale: PortalLocale = 'vi', digits?: number): string {
  if (value === null || value === undefined || value === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return String(value);
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 6,
  }).format(number);
}

/**
 * A share as people print it: one decimal to the nearest, comma, no-break space (`77,8 %`), but never up to a whole per cent
 * that is not reached: 97.97 % must not read as 98,0 % and pass by looks.
 */
export function formatRatio(numerator: number, denominator: number, locale: PortalLocale = 'vi'): string {
  if (denominator === 0) return '';
  const tenths = Math.round((numerator * 1000) / denominator);
  const isUnreached = tenths % 10 === 0 && tenths * denominator > numerator * 1000;
  return formatPercent((isUnreached ? tenths - 1 : tenths) / 10, locale);
}

export function formatPercent(value: number | string, locale: PortalLocale = 'vi', digits = 1): string {
  return `${formatNumber(value, locale, digits)}${NBSP}%`;
}

export interface LocaleFormat {
  readonly locale: ComputedRef<PortalLocale>;
  date(value: string | null | undefined): string;
  partialDate(value: PartialDateValue | null | undefined): string;
  dateTime(value: string | Date | null | undefined): string;
  number(value: number | string | null | undefined, digits?: number): string;
  percent(value: number | string, digits?: number): string;
  ratio(numerator: number, denominator: number): string;
}

/** Formats that follow the page's language. */
export function useLocaleFormat(): LocaleFormat {
  const i18n = useI18n({ useScope: 'global' });
  const locale = computed<PortalLocale>(() => (i18n.locale.value === 'en' ? 'en' : 'vi'));
  return {
    locale,
    date: formatDate,
    partialDate: formatPartialDate,
    dateTime: formatDateTime,
    number: (value, digits) => formatNumber(value, locale.value, digits),
    percent: (value, digits) => formatPercent(value, locale.value, digits),
    ratio: (numerator, denominator) => formatRatio(numerator, denominator, locale.value),
  };
}

import { BlockList, isIPv6 } from 'node:net';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits after the first, second … failure in a row, as Standard Webhooks advises; after the last one nothing is tried any more. */
export const RETRY_AFTER_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/**
 * When to try again.
 * @param failures failures in a row, this one included
 * @param chance 0 … 1: up to a fifth is added, so that those who failed together do not come back together
 * @returns null = give up
 */
export function nextAttempt(failures: number, now: Date, chance: number): Date | null {
  const wait = RETRY_AFTER_MS[failures - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * (1 + chance / 5));
}

/** This machine, private networks, reserved ranges (IANA special-purpose registries): nothing outside may make us call what stands inside. */
const INSIDE_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
const inside = new BlockList();
for (const [network, bits] of INSIDE_V4) inside.addSubnet(network, bits, 'ipv4');
inside.addSubnet('2001:db8::', 32, 'ipv6');
inside.addSubnet('2002::', 16, 'ipv6');
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
outside.addSubnet('0.0.0.0', 0, 'ipv4');

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  return outside.check(address, family) && !inside.check(address, family);
}

/** The address to send to, or null when it is none that may be used. Only https, except inside one machine in development. */
export function webhookAddress(text: string, mayBeInside: boolean): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.hash) return null;
  if (url.protocol !== 'https:' && !(mayBeInside && url.protocol === 'http:')) return null;
  return url;
}

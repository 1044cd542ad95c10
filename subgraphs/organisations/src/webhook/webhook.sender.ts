import { lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './webhook.rules.js';

const TIMEOUT_MS = 15_000;

/** What a receiver answered: null = received, else why not, in words for the owner of the webhook. */
export type Send = (url: URL, headers: Record<string, string>, body: string) => Promise<string | null>;

/** Resolves names to addresses outside only; checked at each connection, since a name may point elsewhere tomorrow. */
const outsideOnly: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const isInside = found?.some(({ address }) => !isPublicAddress(address));
    const [first] = found ?? [];
    if (error || !first) callback(error ?? new Error('no address'), '', 0);
    else if (isInside) callback(new Error(`${host} is an address inside`), '', 0);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

/** Sends one message. Redirects are not followed: an address that moved is told to its owner. */
export function httpSender(mayBeInside: boolean): Send {
  return (url, headers, body) =>
    new Promise((resolve) => {
      const host = url.hostname.replaceAll(/^\[|\]$/g, '');
      if (!mayBeInside && isIP(host) && !isPublicAddress(host)) return resolve('the address is inside');
      const send = url.protocol === 'https:' ? secure : plain;
      const outgoing = send(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(mayBeInside ? {} : { lookup: outsideOnly }),
      });
      outgoing.once('response', (answer) => {
        answer.resume();
        const status = answer.statusCode ?? 0;
        resolve(status >= 200 && status < 300 ? null : `answered ${status}`);
      });
      outgoing.once('error', (error) => resolve(error.name === 'TimeoutError' ? 'no answer in 15 s' : error.message.slice(0, 200)));
      outgoing.end(body);
    });
}

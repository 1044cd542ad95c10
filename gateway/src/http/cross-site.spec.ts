import { expect, it } from 'vitest';
import { mayBeCrossSite } from './cross-site.rules.js';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)', accept: '*/*' };

it('refuses a GET without a mark to everybody where it is strict', () => {
  expect(mayBeCrossSite({ 'user-agent': 'curl/8' }, true)).toBe(true);
  for (const mark of [{ 'apollo-require-preflight': '1' }, { 'x-apollo-operation-name': 'A' }, { 'content-type': 'application/json' }])
    expect(mayBeCrossSite({ ...BROWSER, ...mark }, true)).toBe(false);
  expect(mayBeCrossSite({ ...BROWSER, 'content-type': 'text/plain; x=application/json' }, true)).toBe(true);
});

it('believes a program that it is none where it is not strict, and no browser', () => {
  expect(mayBeCrossSite({ 'user-agent': 'node' }, false)).toBe(false);
  expect(mayBeCrossSite({}, false)).toBe(false);
  for (const trace of [
    BROWSER,
    { origin: 'https://a.vn' },
    { referer: 'https://a.vn/' },
    { cookie: 'a=b' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    expect(mayBeCrossSite(trace, false)).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { fromFrame, matchPage } from './bridge.js';

describe('what a sandboxed frame may say', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'navigate', path: '/viec' },
    { kind: 'notify', message: { vi: 'xong', en: 'done' }, level: 'ok' },
    { kind: 'store', key: 'draft', value: null },
    { kind: 'ask', id: 1, document: 'query A { viewer { client } }', variables: {} },
  ])('%j is taken', (message) => {
    expect(fromFrame(message)).toEqual(message);
  });

  it.each([
    null,
    'ready',
    { kind: 'eval', code: '1' },
    { kind: 'toString' },
    { kind: 'navigate', path: 'https://elsewhere.example' },
    { kind: 'navigate', path: '//elsewhere.example' },
    { kind: 'navigate', path: '/\\elsewhere.example' },
    { kind: 'navigate', path: 'javascript:alert(1)' },
    { kind: 'notify', message: { vi: 'xong' }, level: 'ok' },
    { kind: 'notify', message: { vi: 'a', en: 'b' }, level: 'loud' },
    { kind: 'height', pixels: -1 },
    { kind: 'store', key: 7, value: 'x' },
    { kind: 'ask', id: 'x', document: 'query', variables: {} },
  ])('%j is not', (message) => {
    expect(fromFrame(message)).toBeNull();
  });
});

it('finds a page by its pattern', () => {
  const routes = [{ path: '' }, { path: 'ho-so/:id' }, { path: 'ho-so/moi' }];
  expect(matchPage(routes, '')?.route.path).toBe('');
  expect(matchPage(routes, 'ho-so/a%20b')).toEqual({ route: routes[1], params: { id: 'a b' } });
  expect(matchPage(routes, 'khac')).toBeNull();
});

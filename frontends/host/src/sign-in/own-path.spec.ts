import { describe, expect, it } from 'vitest';
import { ownPath } from './sign-in.routes.js';

describe('where sign-in leads back to', () => {
  it.each(['/viec', '/khcn/ke-hoach/nhap?id=1#x', '/ballot/0198c2f0'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/auth/login',
    '/a\r\nset-cookie: x',
  ])('%s is not, and becomes the front page', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});

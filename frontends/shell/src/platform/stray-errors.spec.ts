import { describe, expect, it } from 'vitest';
import { originOf } from './stray-errors.js';

describe('whose script failed', () => {
  it.each([
    ['https://x.vn/modules/khcn/v/1.4.2-0a1b2c3d4e/assets/page-x.js:3:7', { module: 'khcn', release: '1.4.2-0a1b2c3d4e' }],
    [
      'at f (https://x.vn/modules/so-y-te/~2/v/1.0.0-ab/m.js:1:1)\n at g (https://x.vn/modules/khcn/v/1.0.0-cd/m.js:1:1)',
      { module: 'so-y-te', release: '1.0.0-ab' },
    ],
  ])('%s', (source, origin) => {
    expect(originOf(source)).toEqual(origin);
  });

  it.each(['https://x.vn/assets/index.js:1:1', '', 'https://x.vn/modules/'])('nobody’s: %j', (source) => {
    expect(originOf(source)).toBeNull();
  });
});

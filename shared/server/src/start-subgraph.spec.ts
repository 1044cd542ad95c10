import { describe, expect, it } from 'vitest';
import { fileNameOf } from './start-subgraph.js';

describe('the name of an uploaded file', () => {
  it('PF-09 is kept as it was written, in Vietnamese too', () => {
    expect(fileNameOf(encodeURIComponent('Kế hoạch số 12.docx'))).toBe('Kế hoạch số 12.docx');
    expect(fileNameOf(undefined)).toBe('file');
  });

  it('PF-09 loses line breaks and NUL, so that it can be stored and sent on', () => {
    expect(fileNameOf('a%0d%0ab%00.txt')).toBe('a  b .txt');
  });

  it.each(['%zz', '%00', 'x'.repeat(256)])('PF-09 is refused when it cannot be read, is empty or too long: %s', (header) => {
    expect(fileNameOf(header)).toBeNull();
  });
});

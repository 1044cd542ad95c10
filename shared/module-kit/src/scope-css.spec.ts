import { describe, expect, it } from 'vitest';
import { scopeCss } from './scope-css.js';

describe('styles of a module stay in its frame', () => {
  it('puts plain rules into the layer and the scope of the module, up to frames of others inside it', () => {
    expect(scopeCss('h1{color:red}', 'khcn')).toBe('@layer module{@scope ([data-module="khcn"]) to (:scope [data-module]){h1{color:red}}}');
  });

  it('turns :root and body into the frame', () => {
    expect(scopeCss(':root{--a:1}body{margin:0}', 'khcn')).toContain(':scope{--a:1}:scope{margin:0}');
  });

  it('leaves keyframes, fonts and registered properties outside the scope', () => {
    const css = scopeCss(
      '@media print{@keyframes x{from{opacity:0}}}@font-face{font-family:X}@property --b{syntax:"*";inherits:false}p{animation:x}',
      'khcn',
    );
    const scope = css.indexOf('@scope');
    expect(css.indexOf('@keyframes')).toBeLessThan(scope);
    expect(css.indexOf('@font-face')).toBeLessThan(scope);
    expect(css.indexOf('@property')).toBeLessThan(scope);
    expect(css.indexOf('p{animation:x}')).toBeGreaterThan(scope);
  });

  it('keeps layer order statements valid', () => {
    expect(scopeCss('@layer a,b;p{margin:0}', 'x')).toMatch(/^@layer a,b;\n@layer module/);
  });
});

import type { RegistryEntry } from '@thidua/contracts/web';
import { describe, expect, it } from 'vitest';
import { checkAllowed, displaced } from './module-admission.js';

const entry = (id: string, basePath: string, more: Partial<RegistryEntry> = {}): RegistryEntry =>
  ({ id, basePath, permissions: [], ...more }) as unknown as RegistryEntry;

describe('places of modules', () => {
  it('keeps a place for the first module that asks for it', () => {
    const first = entry('alpha', '/alpha');
    const second = entry('beta', '/alpha');
    expect(Array.from(displaced([first, second], []))).toEqual([second]);
  });

  it.each(['/viec', '/', '/modules', '/alpha/beta', 'alpha', '/Alpha'])('refuses the place %s', (basePath) => {
    const module = entry('alpha', basePath);
    expect(displaced([module], ['/viec', '/modules']).has(module)).toBe(true);
  });
});

describe('who may run a module', () => {
  it('names the reason of a module that was stopped', () => {
    expect(() => checkAllowed(entry('alpha', '/alpha', { state: 'killed', reason: 'lỗi tính quỹ' }), () => true)).toThrow('lỗi tính quỹ');
  });

  it('refuses a person without any of its permissions', () => {
    expect(() => checkAllowed(entry('alpha', '/alpha', { permissions: ['module:manage'] }), () => false)).toThrow('module:manage');
  });
});

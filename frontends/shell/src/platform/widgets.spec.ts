import type { SlotDeclaration } from '@thidua/contracts/web';
import { describe, expect, it } from 'vitest';
import { arrange } from './widgets.js';

const title = { vi: 'x', en: 'x' };
const declared = (id: string, more: Partial<SlotDeclaration> = {}): SlotDeclaration => ({ slot: 'dashboard.main', id, title, ...more });
const modules = [
  { entry: { id: 'khcn', slots: [declared('initiatives'), declared('other', { slot: 'person.aside' })] } },
  {
    entry: {
      id: 'taichinh',
      slots: [
        declared('fund', { settings: { type: 'object', properties: { rows: { type: 'integer', title, default: 5, maximum: 20 } } } }),
      ],
    },
  },
];
const keys = (arrangement?: Parameters<typeof arrange>[2]) => arrange(modules, 'dashboard.main', arrangement).map(({ key }) => key);

describe('widgets of a slot', () => {
  it('stand by module and declaration when nobody arranged them', () => {
    expect(keys()).toEqual(['khcn/initiatives', 'taichinh/fund']);
  });

  it('stand as the administrator put them, new ones last', () => {
    expect(keys({ order: ['taichinh/fund'], hidden: [], settings: {} })).toEqual(['taichinh/fund', 'khcn/initiatives']);
  });

  it('are marked when hidden, and names that are gone do no harm', () => {
    const widgets = arrange(modules, 'dashboard.main', { order: ['gone/part'], hidden: ['khcn/initiatives'], settings: {} });
    expect(widgets.map(({ hidden }) => hidden)).toEqual([true, false]);
  });

  it.each([
    [{ rows: 9 }, 9],
    [{ rows: 99 }, 5],
    [{ rows: 'x' }, 5],
  ])('take %j as %i rows', (set, rows) => {
    const widgets = arrange(modules, 'dashboard.main', { order: [], hidden: [], settings: { 'taichinh/fund': set } });
    expect(widgets.find(({ key }) => key === 'taichinh/fund')?.settings).toEqual({ rows });
  });
});

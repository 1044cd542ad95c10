import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref, Suspense } from 'vue';
import {
  TdBadge,
  TdBarThreshold,
  TdBlocks,
  TdButton,
  TdCheckbox,
  TdDate,
  TdDialog,
  TdError,
  TdFileDrop,
  TdInput,
  TdRadioGroup,
  TdSelect,
  TdSteps,
  TdTable,
  TdTabs,
  type StatusKind,
} from '../src/index.js';
import { axeViolations, mount } from './mount.js';

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 30);
  });

describe('status', () => {
  it('shows every kind with a shape and a word, readable on its own ground', async () => {
    const kinds: StatusKind[] = ['idle', 'wait', 'warn', 'ok', 'bad', 'honour'];
    const { root } = mount(defineComponent(() => () => kinds.map((kind) => h(TdBadge, { kind }, () => `Từ ${kind}`))));
    expect(root.querySelectorAll('.td-st svg path')).toHaveLength(kinds.length);
    expect(await axeViolations()).toEqual([]);
    document.documentElement.dataset['theme'] = 'dark';
    expect(await axeViolations()).toEqual([]);
    delete document.documentElement.dataset['theme'];
  });
});

describe('bar with threshold', () => {
  it('draws 49 of 50 by attributes and leaves no inline style', () => {
    const { root } = mount(TdBarThreshold, { props: { value: 49, need: 50, max: 50, kind: 'bad' } });
    expect(root.querySelector('.td-bad')?.getAttribute('width')).toBe('98.00%');
    expect(root.querySelector('.td-need')?.getAttribute('x1')).toBe('100.00%');
    expect(root.querySelectorAll('[style]')).toHaveLength(0);
  });
  it('draws nine voters as nine blocks and says them in words', () => {
    const { root } = mount(TdBlocks, { props: { yes: 7, no: 1, total: 9, needed: 8 } });
    expect([root.querySelectorAll('.td-y').length, root.querySelectorAll('.td-n').length, root.querySelectorAll('.td-b').length]).toEqual([
      7, 1, 1,
    ]);
    expect(root.querySelector('svg')?.getAttribute('aria-label')).toContain('7 đồng ý, 1 không đồng ý');
  });
});

describe('button', () => {
  it('swallows clicks while it is busy and keeps focus', async () => {
    const click = vi.fn();
    const busy = ref(false);
    const { root } = mount(
      defineComponent(
        () => () =>
          h(
            TdButton,
            {
              busy: busy.value,
              onClick: () => {
                busy.value = true;
                click();
              },
            },
            () => 'Gửi',
          ),
      ),
    );
    const button = root.querySelector('button')!;
    await userEvent.dblClick(button);
    expect(click).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(button);
  });
});

describe('table', () => {
  const rows = [
    { id: 'a', name: 'Văn phòng Sở', people: 8 },
    { id: 'b', name: 'Thanh tra Sở', people: 11 },
  ];
  const props = {
    rows,
    rowKey: (row: { id: string }) => row.id,
    caption: 'Đơn vị và số người',
    columns: [
      { key: 'name', label: 'Đơn vị', value: (row: { name: string }) => row.name },
      { key: 'people', label: 'Người', value: (row: { people: number }) => row.people, sortable: true, align: 'right' },
    ],
  };
  it('sorts by a numeric column and tells it to the reader', async () => {
    const { root } = mount(TdTable as never, { props });
    await userEvent.click(root.querySelector('.td-sort')!);
    expect(root.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe('descending');
    expect([...root.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual(['Thanh tra Sở', 'Văn phòng Sở']);
    expect(await axeViolations()).toEqual([]);
  });
});

describe('forms', () => {
  it('ties label, hint and error to the control', async () => {
    const { root } = mount(TdInput, { props: { label: 'Tỷ lệ', hint: 'Phần trăm', error: 'Tổng phải bằng 100 %', modelValue: '130' } });
    const input = root.querySelector('input')!;
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(
      input
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent),
    ).toEqual(['Phần trăm', 'Tổng phải bằng 100 %']);
    expect(await axeViolations()).toEqual([]);
  });
  it('is clean with choices, dates, lists and a file', async () => {
    mount(
      defineComponent(() => () => [
        h(TdSelect, { label: 'Danh hiệu', options: [{ value: 'a', label: 'A' }], modelValue: 'a' }),
        h(TdCheckbox, { label: 'Tính cả người chuyển đến', hint: 'giữa năm' }),
        h(TdRadioGroup, {
          label: 'Chọn một',
          options: [
            { value: 'x', label: 'X' },
            { value: 'y', label: 'Y' },
          ],
        }),
        h(TdDate, { label: 'Ngày quyết định', modelValue: '2025-12-20' }),
        h(TdFileDrop, { label: 'Văn bản kế hoạch', types: ['.txt', '.docx', '.pdf'] }),
        h(TdSteps, { steps: ['Chọn người', 'Điều kiện', 'Gửi'], current: 1, label: 'Các bước' }),
      ]),
    );
    expect(await axeViolations()).toEqual([]);
  });
  it('gives a date only when day, month and year make a day of the calendar', async () => {
    const updates: string[] = [];
    const { root } = mount(TdDate, {
      props: { label: 'Ngày', modelValue: '', 'onUpdate:modelValue': (value: string) => updates.push(value) },
    });
    const [day, month, year] = [...root.querySelectorAll('input')];
    await userEvent.fill(day!, '31');
    await userEvent.fill(month!, '2');
    await userEvent.fill(year!, '2025');
    expect(updates.filter((value) => value !== '')).toEqual([]);
    await userEvent.fill(day!, '28');
    expect(updates.at(-1)).toBe('2025-02-28');
  });
  it('refuses a wrong file before sending and says what to do', async () => {
    const taken = vi.fn();
    const { root } = mount(TdFileDrop, { props: { label: 'Kế hoạch', types: ['.txt'], onFile: taken } });
    const input = root.querySelector<HTMLInputElement>('input[type=file]')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'ảnh.png'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await nextTick();
    expect(taken).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('“ảnh.png” không phải loại tệp nhận được (.txt)');
  });
});

describe('dialog and tabs', () => {
  it('takes the focus, closes by Esc and gives the focus back', async () => {
    const open = ref(false);
    const { root } = mount(
      defineComponent(() => () => [
        h(
          'button',
          {
            type: 'button',
            onClick: () => {
              open.value = true;
            },
          },
          'Trả hồ sơ',
        ),
        h(TdDialog, {
          title: 'Trả hồ sơ?',
          description: 'Người đề nghị nhận lý do.',
          open: open.value,
          'onUpdate:open': (value: boolean) => {
            open.value = value;
          },
        }),
      ]),
    );
    await userEvent.click(root.querySelector('button')!);
    await settle();
    expect(document.querySelector('[role=dialog]')?.contains(document.activeElement)).toBe(true);
    expect(await axeViolations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await settle();
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(document.activeElement).toBe(root.querySelector('button'));
  });
  it('moves between tabs with the arrow keys', async () => {
    const tab = ref('a');
    const { root } = mount(
      defineComponent(
        () => () =>
          h(
            TdTabs,
            {
              label: 'Danh sách',
              tabs: [
                { key: 'a', label: 'Không tính', count: 1 },
                { key: 'b', label: 'Được tính', count: 49 },
              ],
              modelValue: tab.value,
              'onUpdate:modelValue': (value: string) => {
                tab.value = value;
              },
            },
            { a: () => 'một', b: () => 'hai' },
          ),
      ),
    );
    (root.querySelector('[role=tab]') as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(tab.value).toBe('b');
    expect(await axeViolations()).toEqual([]);
  });
});

describe('a part that failed', () => {
  it('names whose part it is, without red, and offers to retry', async () => {
    const retry = vi.fn();
    const { root } = mount(TdError, {
      props: {
        title: 'Chỉ tiêu có nguy cơ',
        fault: { code: 'SUBGRAPH_UNAVAILABLE', message: '', path: 'plan.targets', service: 'evaluations' },
        onRetry: retry,
      },
    });
    expect(root.textContent).toContain('Phần của Chỉ tiêu và đánh giá tạm thời không tải được');
    await userEvent.click(root.querySelector('button')!);
    expect(retry).toHaveBeenCalledTimes(1);
    expect(await axeViolations()).toEqual([]);
  });
});

describe('floating parts of a page', () => {
  const dialogs = (count: number) =>
    Array.from({ length: count }, (_, index) => h(TdDialog, { key: index, title: `Hộp ${index}`, open: false }));
  const Page = defineComponent({
    props: { name: { type: String, required: true } },
    setup: (props) => () => h('section', [props.name, ...dialogs(3)]),
  });

  it('leave when their page leaves, and the next page comes in their frame', async () => {
    const name = ref('một');
    const { root } = mount(
      defineComponent(
        () => () => h('div', { 'data-module': 'x' }, [h(Suspense, { key: 'pages' }, () => h(Page, { key: name.value, name: name.value }))]),
      ),
    );
    await settle();
    for (const next of ['hai', 'ba', 'bốn']) {
      name.value = next;
      await settle();
      expect(root.querySelector('[data-module] > section')?.textContent).toContain(next);
    }
    expect(root.querySelectorAll('[data-module] > section')).toHaveLength(1);
  });
});

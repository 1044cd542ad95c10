import { type SettingValues, settingValues, type SlotArrangement, type SlotDeclaration } from '@thidua/contracts/web';

/** A widget in its place. `key` is how an administrator's arrangement names it. */
export interface Widget<Status> {
  readonly key: string;
  readonly status: Status;
  readonly declared: SlotDeclaration;
  readonly hidden: boolean;
  readonly settings: SettingValues;
}

interface Owner {
  readonly entry: { readonly id: string; readonly slots: readonly SlotDeclaration[] };
}

export const widgetKey = (moduleId: string, widgetId: string): string => `${moduleId}/${widgetId}`;

/**
 * All widgets of one slot in the order people see: those an administrator placed, then the others by module and declaration. Hidden
 * ones are among them, marked, because who arranges must see them.
 */
export function arrange<Status extends Owner>(
  statuses: readonly Status[],
  slot: string,
  arrangement: SlotArrangement | undefined,
): Widget<Status>[] {
  const placed = new Map((arrangement?.order ?? []).map((key, index) => [key, index]));
  const place = (key: string): number => placed.get(key) ?? placed.size;
  const hidden = new Set(arrangement?.hidden ?? []);
  return statuses
    .flatMap((status) =>
      status.entry.slots
        .filter((declared) => declared.slot === slot)
        .map((declared) => {
          const key = widgetKey(status.entry.id, declared.id);
          return { key, status, declared, hidden: hidden.has(key), settings: settingValues(declared.settings, arrangement?.settings[key]) };
        }),
    )
    .toSorted((left, right) => place(left.key) - place(right.key));
}

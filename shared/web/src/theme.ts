/** `system` follows the device; the other two are the reader's own choice, kept on this device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'thidua.theme';

export function savedTheme(): ThemeChoice {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function applyTheme(choice: ThemeChoice): void {
  if (choice === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(KEY, choice);
    document.documentElement.dataset['theme'] = choice;
  }
}

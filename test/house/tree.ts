import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files of the repository as git knows them (tracked and new, never ignored ones), relative to the root. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 << 20,
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(root + file));

export const read = (file: string): string => readFileSync(root + file, 'utf8');
export const json = <T>(file: string): T => JSON.parse(read(file)) as T;

/** Source code of people's hands: no tests' fixtures, no generated files. */
export const sources = files.filter((f) => /\.(ts|mts|mjs|vue)$/.test(f) && !/(\/generated\/|\.d\.ts$)/.test(f));
export const isTest = (file: string): boolean =>
  /\.(spec|e2e|browser)\.ts$/.test(file) || file.startsWith('test/') || file.startsWith('shared/testing/');

/** The script of a source; of a .vue file its `<script>` parts, with the other lines blank so that numbers stay right. */
export function scriptOf(file: string): string {
  const text = read(file);
  if (!file.endsWith('.vue')) return text;
  let inside = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^<script\b/.test(line)) {
        inside = true;
        return '';
      }
      if (line.startsWith('</script>')) inside = false;
      return inside ? line : '';
    })
    .join('\n');
}

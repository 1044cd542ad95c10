import { build } from './build.mjs';
import { lockfileGaps } from './lockfile.mjs';
import { COMPILER, inRoot, run, tool } from './repository.mjs';
import { say } from './say.mjs';
import { runTests } from './tests.mjs';

const bin = (name) => inRoot('node_modules', '.bin', name);

/** What the formatter looks at, the same as in `npm run format`; its own ignore patterns are relative to the settings' folder. */
const FORMATTED = ['**/*.{ts,vue,mjs}', '!**/generated/**'];

/** Everything that must hold before a change is good. Each check is one line; all run even when one fails. */
const CHECKS = [
  ['lockfile', () => reportGaps(lockfileGaps())],
  ['lint', () => run(bin('oxlint'), ['-c', 'shared/config/oxlint.json', '--quiet', '.'], { quiet: true })],
  ['format', () => run(bin('oxfmt'), ['-c', 'shared/config/oxfmt.json', '--check', ...FORMATTED], { quiet: true })],
  ['build', () => build().then(() => 0)],
  ['types', () => tool(COMPILER, ['-p', 'tsconfig.dev.json'], { quiet: true })],
  [
    'types of pages',
    () => run(bin('turbo'), ['run', 'types', '--concurrency=2', '--output-logs=errors-only', '--no-update-notifier'], { quiet: true }),
  ],
];

/** Runs the checks and then all tests; a check counts as one. */
export async function verify(args) {
  let passed = 0;
  let failed = 0;
  for (const [name, check] of CHECKS) {
    const code = await check().catch((error) => {
      say(error.message);
      return 1;
    });
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code === 0) passed += 1;
    else failed += 1;
  }
  const tests = await runTests(args);
  return { passed: passed + tests.passed, failed: failed + tests.failed };
}

async function reportGaps(gaps) {
  for (const gap of gaps) say(`package-lock.json lacks ${gap}`);
  return gaps.length === 0 ? 0 : 1;
}

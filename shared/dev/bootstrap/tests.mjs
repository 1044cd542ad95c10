import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, tool, toolEnvironment } from './repository.mjs';
import { say } from './say.mjs';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const BROWSER_PROJECTS = ['browser', 'components'];
/** Projects that need nothing built. */
const SOURCE_ONLY = new Set(['spec', 'db']);

/** The Chromium to test with, or undefined. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path));
}

/** True when the caller asked only for projects that run from the sources. */
export function needsNoBuild(args) {
  const projects = args.flatMap((arg, index) =>
    arg === '--project' ? [args[index + 1]] : arg.startsWith('--project=') ? [arg.slice(10)] : [],
  );
  return projects.length > 0 && projects.every((project) => SOURCE_ONLY.has(project));
}

/** Runs the tests and answers how many passed and failed; a file that cannot even be loaded counts as one failure. */
export async function runTests(args) {
  const chromium = findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'thidua-tests-'));
  const report = join(folder, 'report.json');
  const skip = chromium || args.includes('--project') ? [] : BROWSER_PROJECTS.map((name) => `--project=!${name}`);
  const code = await tool(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...skip, ...args],
    {
      env: toolEnvironment(chromium ? { CHROMIUM_PATH: chromium } : {}),
    },
  );
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 };
  rmSync(folder, { recursive: true, force: true });
  if (skip.length > 0)
    say('Không có Chromium: đã bỏ qua các kiểm thử trình duyệt / No Chromium: the browser tests were skipped; set CHROMIUM_PATH.');
  return { passed: counts.passed, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) };
}

function count(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** The line that people and scripts look for. */
export function printCounts({ passed, failed }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
}

export const hasConfig = (name) => existsSync(inRoot('shared/config', name));

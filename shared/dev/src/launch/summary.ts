import { namedAccounts } from '../identity/accounts.js';
import { heading } from './say.js';

export interface SummaryParts {
  url: string;
  graph: string;
  logs: string;
  seconds: number;
  /** Absent when the demo is not loaded or people sign in elsewhere. */
  demoPassword?: string;
}

/** What a newcomer needs after the start: where to go, as whom, and how to stop. */
export function printSummary(parts: SummaryParts): void {
  heading(`Sẵn sàng sau ${parts.seconds.toFixed(1).replace('.', ',')} giây / Ready`);
  const lines = [
    `  Cổng thi đua / portal     ${parts.url}`,
    `  Đồ thị / graph            ${parts.graph}`,
    `  Nhật ký / logs            ${parts.logs}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (parts.demoPassword) printAccounts(parts.demoPassword);
  process.stdout.write('\n  Ctrl-C để dừng / to stop\n\n');
}

function printAccounts(password: string): void {
  heading(`Tài khoản dùng thử, mật khẩu chung / Demo accounts, common password: ${password}`);
  const rows = namedAccounts().map(
    ({ key, name, jobTitle, department }) => `  ${key.padEnd(6)} ${name.padEnd(20)} ${[jobTitle, department].filter(Boolean).join(', ')}`,
  );
  process.stdout.write(
    `${rows.join('\n')}\n  … SKHCN-01…45, STC-01…65, SNV-01…50\n  Mã truy cập / access token: npm run -s token -- LAN | npm run -s token -- --client bao\n`,
  );
}

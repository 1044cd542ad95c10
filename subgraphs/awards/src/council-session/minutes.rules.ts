import type { Tally } from './tally.rules.js';

/** What the minutes of a session tell (documents §3, R-238). */
export interface MinutesWords {
  title: string;
  heldAt: Date;
  seats: { name: string; seat: string; present: boolean; reason: string | null }[];
  quorumFraction: string;
  rounds: {
    awardName: string;
    threshold: string;
    state: string;
    voted: number;
    lines: { nominee: string; unit: string | null; tally: Tally | null; conflicts: { memberName: string; reason: string }[] }[];
  }[];
}

const when = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

function roundText(round: MinutesWords['rounds'][number], index: number): string[] {
  const head = `${index + 1}. ${round.awardName}: phiếu kín, cần ≥ ${round.threshold.replace('.', ',')} % tổng số ủy viên; phát và thu ${round.voted} phiếu.`;
  const conflicts = round.lines.flatMap((line) =>
    line.conflicts.map(
      (conflict) => `   Ông (bà) ${conflict.memberName} không bỏ phiếu cho ${line.nominee}: ${conflict.reason.toLowerCase()}.`,
    ),
  );
  const lines = round.lines.map(({ nominee, unit, tally }, row) => {
    const place = unit && unit !== nominee ? ` (${unit})` : '';
    if (!tally) return `   ${row + 1}) ${nominee}${place}: chưa kiểm phiếu`;
    const result = tally.passed ? 'thông qua' : 'không thông qua';
    return `   ${row + 1}) ${nominee}${place}: đồng ý ${tally.yes}, không đồng ý ${tally.no}, trắng ${tally.blank}, không hợp lệ ${tally.invalid}, không bỏ ${tally.absent}; ${tally.yes}/${tally.total} = ${tally.percent}; ${result}.`;
  });
  return [head, ...lines, ...conflicts];
}

/** Minutes with the count of every case; exact numbers, nothing rounded towards a pass. */
export function minutesText(words: MinutesWords): string {
  const present = words.seats.filter((seat) => seat.present);
  const absent = words.seats.filter((seat) => !seat.present);
  const holder = (code: string): string => words.seats.find((seat) => seat.seat === code)?.name ?? '…';
  return [
    'BIÊN BẢN HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG',
    words.title,
    '',
    `Thời gian: ${when.format(words.heldAt)}.`,
    `Chủ tọa: ${holder('CHAIR')}. Thư ký: ${holder('SECRETARY')}.`,
    `Có mặt ${present.length}/${words.seats.length} ủy viên, túc số ${words.quorumFraction}.`,
    ...absent.map((seat) => `Vắng: ${seat.name}${seat.reason ? ` (${seat.reason})` : ''}.`),
    '',
    'Kết quả kiểm phiếu:',
    ...words.rounds.flatMap(roundText),
    '',
    'Biên bản đã được đọc lại, các ủy viên nhất trí.',
    'THƯ KÝ                                        CHỦ TỌA',
  ].join('\n');
}

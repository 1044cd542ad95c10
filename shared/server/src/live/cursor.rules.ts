/** Whether a place in the feed lies behind another: `xid:seq`, both numbers as large as they like. */
export function isAfter(cursor: string, other: string): boolean {
  const [xid, seq] = numbers(cursor);
  const [otherXid, otherSeq] = numbers(other);
  return xid === otherXid ? seq > otherSeq : xid > otherXid;
}

const CURSOR = /^(\d{1,20}):(\d{1,20})$/;

export const isCursor = (text: string): boolean => CURSOR.test(text);

function numbers(cursor: string): [bigint, bigint] {
  const match = CURSOR.exec(cursor);
  return match ? [BigInt(match[1]!), BigInt(match[2]!)] : [0n, 0n];
}

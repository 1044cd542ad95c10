import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** Numbers of a place in the feed, and what they may be at most: the rest of the block is zero, which tells what was not made here. */
const XID_BYTES = 7;
const SEQ_BYTES = 6;
const BLOCK = 16;

/**
 * Places in the feed as readers get them. They count nothing: from the plain numbers a member could tell how many votes were
 * cast between two events. The same place is the same word on every replica, so that a stream can be shared and resumed.
 */
export class Positions {
  readonly #key: Buffer;

  /** @param secret the service's own, the same on all its replicas */
  constructor(secret: string) {
    this.#key = createHash('sha256').update('live positions\0').update(secret).digest();
  }

  seal(cursor: string): string {
    const [xid = '0', seq = '0'] = cursor.split(':');
    const block = Buffer.alloc(BLOCK);
    block.writeBigUInt64BE(BigInt(xid) << BigInt(8 * (8 - XID_BYTES)), 0);
    block.writeUIntBE(Number(seq), BLOCK - SEQ_BYTES, SEQ_BYTES);
    // One block of one permutation: nothing to chain, nothing to add.
    const cipher = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
  }

  /** The cursor; null = not made here. */
  open(position: string): string | null {
    if (!/^[\w-]{22}$/.test(position)) return null;
    const cipher = createDecipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([cipher.update(Buffer.from(position, 'base64url')), cipher.final()]);
    if (block.subarray(XID_BYTES, BLOCK - SEQ_BYTES).some((byte) => byte !== 0)) return null;
    return `${block.readBigUInt64BE(0) >> BigInt(8 * (8 - XID_BYTES))}:${block.readUIntBE(BLOCK - SEQ_BYTES, SEQ_BYTES)}`;
  }
}

import { requestText } from './request-text.js';
import { WireFailure, type Exchange, type FailureKind, type WireReply, type WireRequest } from './wire.js';

/** A request in the hands of a pool: waiting, sent, or done with. */
export class Ticket implements Exchange {
  readonly reply: Promise<WireReply>;
  readonly text: string;
  readonly isAscii: boolean;
  isSent = false;
  isSettled = false;
  /** Sent before on a connection that turned out to be dead. */
  wasRetried = false;
  sentAt = 0;
  #resolve!: (reply: WireReply) => void;
  #reject!: (failure: WireFailure) => void;

  constructor(
    readonly request: WireRequest,
    private readonly abandon: (ticket: Ticket) => void,
  ) {
    ({ text: this.text, isAscii: this.isAscii } = requestText(request));
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get isWaiting(): boolean {
    return !this.isSent && !this.isSettled;
  }

  resolve(reply: WireReply): void {
    this.isSettled = true;
    this.#resolve(reply);
  }

  fail(kind: FailureKind, message: string): void {
    this.isSettled = true;
    this.#reject(new WireFailure(kind, message));
  }

  cancel(): void {
    if (this.isSettled || (this.isSent && !this.request.isRead)) return;
    this.fail('cancelled', 'the caller left');
    this.abandon(this);
  }
}

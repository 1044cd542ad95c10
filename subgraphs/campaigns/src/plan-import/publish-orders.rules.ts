import type { RecipientLine } from './recipients.rules.js';

export interface PublishOrder {
  readonly action: 'publish' | 'archive';
  readonly printed: string;
  readonly targets: readonly string[];
}

/** "Đăng Cổng thông tin" and "Lưu" stand among the recipients but are orders. */
export function readPublishOrders(recipients: readonly RecipientLine[]): PublishOrder[] {
  return recipients.flatMap((line): PublishOrder[] => {
    if (line.kind === 'publish') return [{ action: 'publish', printed: line.text, targets: line.expandsTo }];
    if (line.kind === 'archive') return [{ action: 'archive', printed: line.text, targets: line.archiveCodes ?? [] }];
    return [];
  });
}

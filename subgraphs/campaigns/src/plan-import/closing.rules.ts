const CLOSING =
  /^(?:Trên đây là|Yêu cầu (?:các|Thủ trưởng|Trưởng|Lãnh đạo)|Đề nghị (?:các|Thủ trưởng|Trưởng|Lãnh đạo)|Trong quá trình (?:tổ chức )?(?:triển khai|thực hiện)|Giám đốc (?:Sở|Ban).{0,60}(?:yêu cầu|đề nghị|kêu gọi)|Kế hoạch này (?:thay thế|có hiệu lực)|Căn cứ (?:vào )?(?:nội dung )?Kế hoạch này.{0,30}(?:các|Thủ trưởng|Trưởng)|Nhận được)/u;

/** An unmarked paragraph at the very end of the last part that takes leave of the reader. */
export function isClosing(text: string): boolean {
  return CLOSING.test(text);
}

/** The first paragraph of the closing: from there on everything is closing. Null when the plan has none. */
export function closingFrom(paragraphs: readonly { text: string; marker: string | null; ownLabel: boolean }[]): number | null {
  let from: number | null = null;
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    const paragraph = paragraphs[i];
    if (!paragraph || paragraph.marker !== null || paragraph.ownLabel) break;
    if (!isClosing(paragraph.text) && !paragraph.text.endsWith('./.')) break;
    from = i;
  }
  return from;
}

/**
 * The key under which Vietnamese text is searched: NFC, lower case, without tone marks, "đ" as "d".
 * Twin of the SQL function `search_key`; "chuyen doi so" finds "Chuyển đổi số" (PF-11).
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

import type { Locale } from '@thidua/server/process';
import type { ChangeLevel } from '../diff/schema.change.js';
import type { Group } from './reference.model.js';

/** Words of the pages, Vietnamese first. */
const WORDS = {
  graph: ['Đồ thị dữ liệu', 'Data graph'],
  reference: ['Tra cứu', 'Reference'],
  changes: ['Nhật ký thay đổi', 'Change log'],
  schema: ['Lược đồ (SDL)', 'Schema (SDL)'],
  explorer: ['Bàn thử câu hỏi', 'Explorer'],
  contracts: ['Theo người dùng', 'By audience'],
  search: ['Tìm kiểu, trường, mô tả', 'Find a type, field or description'],
  none: ['Không có mục nào khớp.', 'Nothing matches.'],
  contents: ['Mục lục', 'Contents'],
  arguments: ['Tham số', 'Arguments'],
  default: ['mặc định', 'default'],
  access: ['Cần', 'Needs'],
  users: ['Đang dùng', 'Used by'],
  deprecated: ['Sắp bỏ', 'Deprecated'],
  until: ['giữ đến', 'kept until'],
  implements: ['Thuộc', 'Implements'],
  version: ['Phiên bản', 'Version'],
  inUse: ['đang dùng', 'in use'],
  noChanges: ['Chưa có thay đổi nào.', 'No change yet.'],
  first: ['Phiên bản đầu tiên.', 'The first version.'],
  public: ['công khai', 'public'],
  signedIn: ['đăng nhập', 'signed in'],
  types: ['kiểu', 'types'],
  fields: ['trường', 'fields'],
  skip: ['Tới nội dung chính', 'Skip to content'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;
export type Word = keyof typeof WORDS;

const GROUP: Readonly<Record<Group, readonly [string, string]>> = {
  query: ['Câu hỏi', 'Queries'],
  mutation: ['Thao tác', 'Mutations'],
  subscription: ['Theo dõi trực tiếp', 'Subscriptions'],
  object: ['Đối tượng', 'Objects'],
  interface: ['Giao diện', 'Interfaces'],
  union: ['Hợp', 'Unions'],
  input: ['Dữ liệu gửi', 'Inputs'],
  enum: ['Danh mục giá trị', 'Enums'],
  scalar: ['Giá trị đơn', 'Scalars'],
};

const LEVEL: Readonly<Record<ChangeLevel, readonly [string, string]>> = {
  breaking: ['phá vỡ', 'breaking'],
  dangerous: ['cần xem', 'to look at'],
  safe: ['an toàn', 'safe'],
};

const pick = ([vi, en]: readonly [string, string], locale: Locale): string => (locale === 'en' ? en : vi);

export const word = (name: Word, locale: Locale): string => pick(WORDS[name], locale);
export const groupName = (group: Group, locale: Locale): string => pick(GROUP[group], locale);
export const levelName = (level: ChangeLevel, locale: Locale): string => pick(LEVEL[level], locale);

/** What a field asks of its caller, in words where there are some. */
export function accessName(access: string, locale: Locale): string {
  if (access === 'public') return word('public', locale);
  return access === 'signed-in' ? word('signedIn', locale) : access;
}

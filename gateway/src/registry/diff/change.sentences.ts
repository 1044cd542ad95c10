import { coordinateOf, type Place } from './change.coordinates.js';

const SENTENCES: Readonly<Record<string, (at: string, place: Place) => string>> = {
  TYPE_REMOVED: (at) => `Bỏ kiểu ${at}.`,
  TYPE_CHANGED_KIND: (at) => `Kiểu ${at} đổi loại.`,
  TYPE_REMOVED_FROM_UNION: (at, { member }) => `Bỏ ${member} khỏi hợp ${at}.`,
  TYPE_ADDED_TO_UNION: (at, { member }) => `Thêm ${member} vào hợp ${at}.`,
  VALUE_REMOVED_FROM_ENUM: (at) => `Bỏ giá trị ${at}.`,
  VALUE_ADDED_TO_ENUM: (at) => `Thêm giá trị ${at}.`,
  REQUIRED_INPUT_FIELD_ADDED: (at) => `Thêm trường bắt buộc ${at} vào dữ liệu gửi.`,
  OPTIONAL_INPUT_FIELD_ADDED: (at) => `Thêm trường tùy chọn ${at} vào dữ liệu gửi.`,
  IMPLEMENTED_INTERFACE_REMOVED: (at, { member }) => `${at} không còn là ${member}.`,
  IMPLEMENTED_INTERFACE_ADDED: (at, { member }) => `${at} nay cũng là ${member}.`,
  FIELD_REMOVED: (at) => `Bỏ trường ${at}.`,
  FIELD_CHANGED_KIND: (at) => `Trường ${at} đổi kiểu.`,
  REQUIRED_ARG_ADDED: (at) => `Thêm tham số bắt buộc ${at}.`,
  OPTIONAL_ARG_ADDED: (at) => `Thêm tham số tùy chọn ${at}.`,
  ARG_REMOVED: (at) => `Bỏ tham số ${at}.`,
  ARG_CHANGED_KIND: (at) => `Tham số ${at} đổi kiểu.`,
  ARG_DEFAULT_VALUE_CHANGE: (at) => `Giá trị mặc định của ${at} đổi.`,
};

/** The change in Vietnamese; types are added where graphql-js names them. */
export function sentenceOf(type: string, place: Place, english: string): string {
  const types = / from (\S+) to (\S+)\.$/.exec(english);
  const said = SENTENCES[type]?.(coordinateOf(place), place) ?? `Đổi chỉ thị ${coordinateOf(place)}.`;
  return types ? `${said.slice(0, -1)}: ${types[1]} → ${types[2]}.` : said;
}

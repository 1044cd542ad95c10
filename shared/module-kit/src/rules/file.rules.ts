import { INTEGRITY_FILE, integrityOf, isListed, SIGNATURE_FILE } from '../integrity.js';
import { MANIFEST_FILE } from './bundle.js';
import { both, type Rule, type SizeLimits } from './rule.js';

const KINDS = /\.(?:js|css|json|svg|png|jpg|webp|avif|woff2|txt)$/;
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w@.-]+(?:\/[\w@.-]+)*$/;
const PATH_LENGTH = 200;

/** What a release may weigh; a portal with all department pages needs a twentieth of it. */
export const DEFAULT_LIMITS: SizeLimits = {
  files: 500,
  fileBytes: 2 << 20,
  scriptBytes: 4 << 20,
  styleBytes: 512 << 10,
  totalBytes: 10 << 20,
  manifestBytes: 64 << 10,
};

export const fileNames: Rule = {
  id: 'files.names',
  what: both('Tệp nằm trong thư mục và thuộc loại được phép', 'Files lie inside the folder and are of a kind that is served'),
  remedy: both('Bỏ tệp được nêu khỏi bản dựng (public/ hoặc import).', 'Take the named file out of the build (public/ or an import).'),
  *check({ files }) {
    for (const file of files.keys()) {
      if (!PATH.test(file) || file.length > PATH_LENGTH)
        yield { file, message: both('Tên tệp không được phép', 'This file name is not allowed') };
      else if (!KINDS.test(file)) yield { file, message: both('Loại tệp không được phép', 'This kind of file is not served') };
    }
  },
};

export const fileSizes: Rule = {
  id: 'files.sizes',
  what: both('Bản dựng không nặng quá mức', 'The build stays within its size'),
  remedy: both(
    'Xem tệp nào lớn trong dist/, tách trang ra bằng import() và bỏ thư viện không cần.',
    'See which file of dist/ is large, split pages by import() and drop libraries that are not needed.',
  ),
  *check({ files }, context) {
    const limits = { ...DEFAULT_LIMITS, ...context.limits };
    if (files.size > limits.files)
      yield { message: both(`${files.size} tệp, tối đa ${limits.files}`, `${files.size} files, at most ${limits.files}`) };
    const sum = (pick: (file: string) => boolean): number =>
      [...files].reduce((bytes, [file, content]) => bytes + (pick(file) ? content.length : 0), 0);
    for (const [file, content] of files) {
      if (content.length > limits.fileBytes) yield { file, message: tooLarge(content.length, limits.fileBytes) };
    }
    const manifest = files.get(MANIFEST_FILE);
    if (manifest && manifest.length > limits.manifestBytes)
      yield { file: MANIFEST_FILE, message: tooLarge(manifest.length, limits.manifestBytes) };
    const sums: [string, number, number][] = [
      ['*.js', sum((file) => file.endsWith('.js')), limits.scriptBytes],
      ['*.css', sum((file) => file.endsWith('.css')), limits.styleBytes],
      ['*', sum(() => true), limits.totalBytes],
    ];
    for (const [file, bytes, limit] of sums) if (bytes > limit) yield { file, message: tooLarge(bytes, limit) };
  },
};

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;
const tooLarge = (bytes: number, limit: number) =>
  both(`${kilobytes(bytes)}, tối đa ${kilobytes(limit)}`, `${kilobytes(bytes)}, at most ${kilobytes(limit)}`);

export const pictures: Rule = {
  id: 'files.pictures',
  what: both('Ảnh SVG không mang mã chạy được', 'SVG pictures carry no code'),
  remedy: both('Bỏ <script>, on…= và foreignObject khỏi ảnh.', 'Remove <script>, on…= and foreignObject from the picture.'),
  *check(bundle) {
    for (const file of bundle.files.keys()) {
      if (file.endsWith('.svg') && /<script|\son\w+\s*=|<foreignObject|javascript:/i.test(bundle.text(file))) {
        yield { file, message: both('Ảnh SVG có mã', 'The SVG picture carries code') };
      }
    }
  },
};

export const integrity: Rule = {
  id: 'integrity',
  what: both('mf-integrity.json có mã băm đúng của mọi tệp', 'mf-integrity.json holds the right hash of every file'),
  remedy: both(
    'Không sửa tệp trong dist/ sau khi dựng: chạy lại npm run build.',
    'Do not change files of dist/ after the build: run npm run build again.',
  ),
  *check({ files, list }) {
    if (!list) {
      yield {
        file: INTEGRITY_FILE,
        message: both('Thiếu hoặc không đọc được danh sách mã băm', 'The list of hashes is missing or unreadable'),
      };
      return;
    }
    for (const [file, content] of files) {
      if (!isListed(file)) continue;
      if (!(file in list)) yield { file, message: both('Tệp không có trong danh sách mã băm', 'The file is not in the list of hashes') };
      else if (list[file] !== integrityOf(content))
        yield { file, message: both('Mã băm của tệp không khớp', 'The hash of the file differs') };
    }
    for (const file of Object.keys(list)) {
      if (!files.has(file)) yield { file, message: both('Danh sách có tệp không tồn tại', 'The list names a file that is not there') };
      else if (file === SIGNATURE_FILE)
        yield { file, message: both('Chữ ký không được có trong danh sách', 'The signature may not be in the list') };
    }
  },
};

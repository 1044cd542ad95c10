import { INTEGRITY_FILE, integrityOf, SIGNATURE_FILE } from '../integrity.js';
import { jsonOf, MANIFEST_FILE } from './bundle.js';
import { signatureShape } from './manifest.shape.js';
import { both, type Rule } from './rule.js';
import { isSignedBy } from './signature.js';

const file = SIGNATURE_FILE;

export const signatureRule: Rule = {
  id: 'signature',
  what: both('Bản phát hành có chữ ký của sở', "The release carries the department's signature"),
  remedy: both(
    'Chạy npm run keys một lần, đăng ký khóa công khai với tỉnh, rồi npm run publish:module.',
    'Run npm run keys once, register the public key with the province, then npm run publish:module.',
  ),
  *check(bundle, { keys }) {
    const { manifest, files } = bundle;
    if (!manifest) return;
    const warning = keys === null;
    if (!files.has(file)) {
      yield { file, warning, message: both('Bản dựng chưa ký', 'The build is not signed') };
      return;
    }
    const parsed = signatureShape.safeParse(jsonOf(bundle.text(file)));
    if (!parsed.success) {
      yield { file, message: both('Chữ ký không đúng hình dạng', 'The signature has another shape') };
      return;
    }
    for (const [part, of] of [
      ['manifest', MANIFEST_FILE],
      ['list', INTEGRITY_FILE],
    ] as const) {
      const bytes = files.get(of);
      if (!bytes || integrityOf(bytes) !== parsed.data[part])
        yield { file, message: both(`Chữ ký dành cho một ${of} khác`, `The signature is for another ${of}`) };
    }
    const key = keys?.find(({ id }) => id === parsed.data.key);
    if (keys && !key)
      yield {
        file,
        message: both(`Tỉnh không có khóa ${parsed.data.key} của sở`, `The province has no key ${parsed.data.key} of the department`),
      };
    if (key && !isSignedBy(parsed.data, manifest, key.publicKey))
      yield { file, message: both('Chữ ký không đúng', 'The signature is wrong') };
  },
};

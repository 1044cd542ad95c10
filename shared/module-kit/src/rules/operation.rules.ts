import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, NoDeprecatedCustomRule, parse, validate } from 'graphql';
import { z } from 'zod';
import { jsonOf, MANIFEST_FILE } from './bundle.js';
import { both, type Finding, type ModuleBundle, type Rule, type RuleContext } from './rule.js';

export const OPERATIONS_FILE = 'operations.json';

const operationsShape = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string());
const HASH_IN_CODE = /sha256:([0-9a-f]{64})/g;

/** Hashes of operations named in a script. */
export function hashesIn(code: string): string[] {
  return [...code.matchAll(HASH_IN_CODE)].map((match) => match[1]!);
}

export const operations: Rule = {
  id: 'operations',
  what: both(
    'operations.json có đúng các câu hỏi đồ thị mà mã mang theo',
    'operations.json holds exactly the graph operations the code carries',
  ),
  remedy: both('Chạy npm run codegen rồi npm run build.', 'Run npm run codegen, then npm run build.'),
  *check(bundle, context) {
    const { manifest } = bundle;
    if (!manifest) return;
    const asked = new Set(bundle.scripts.flatMap(({ file }) => hashesIn(bundle.text(file))));
    const file = manifest.operations?.file;
    if (file === undefined) {
      if (asked.size > 0)
        yield {
          file: MANIFEST_FILE,
          message: both('Mã có câu hỏi đồ thị mà portal.json không nêu', 'The code has operations that portal.json does not name'),
        };
      return;
    }
    const parsed = bundle.files.has(file) ? operationsShape.safeParse(jsonOf(bundle.text(file))) : null;
    if (!parsed?.success) {
      yield {
        file,
        message: both('Thiếu hoặc không đúng hình dạng { mã băm: câu hỏi }', 'Missing, or not of the shape { hash: document }'),
      };
      return;
    }
    yield* compared(bundle, file, parsed.data, asked);
    for (const [hash, document] of Object.entries(parsed.data)) yield* documentFindings(file, hash, document, context);
  },
};

function* compared(
  bundle: ModuleBundle,
  file: string,
  documents: Readonly<Record<string, string>>,
  asked: ReadonlySet<string>,
): Iterable<Finding> {
  const count = Object.keys(documents).length;
  const stated = bundle.manifest?.operations?.count;
  if (count !== stated)
    yield {
      file,
      message: both(`Có ${count} câu hỏi, portal.json nêu ${stated}`, `Holds ${count} operations, portal.json says ${stated}`),
    };
  for (const hash of asked) {
    if (!(hash in documents))
      yield {
        file,
        message: both(`Mã dùng ${hash.slice(0, 12)}…, tệp không có`, `The code uses ${hash.slice(0, 12)}…, the file lacks it`),
      };
  }
  for (const hash of Object.keys(documents)) {
    if (!asked.has(hash)) yield { file, message: both(`Không mã nào dùng ${hash.slice(0, 12)}…`, `No code uses ${hash.slice(0, 12)}…`) };
  }
}

function* documentFindings(file: string, hash: string, document: string, { schema }: RuleContext): Iterable<Finding> {
  const short = `${hash.slice(0, 12)}…`;
  if (createHash('sha256').update(document).digest('hex') !== hash) {
    yield { file, message: both(`${short}: nội dung không khớp mã băm`, `${short}: the text does not have this hash`) };
  }
  const parsed = documentOf(document);
  if (typeof parsed === 'string') {
    yield { file, message: both(`${short}: không phải GraphQL: ${parsed}`, `${short}: not GraphQL: ${parsed}`) };
    return;
  }
  const named = parsed.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (named.length !== 1 || !named[0]?.name) {
    yield { file, message: both(`${short}: phải có đúng một câu hỏi có tên`, `${short}: must hold one operation with a name`) };
  }
  if (!schema) return;
  const name = named[0]?.name?.value ?? short;
  for (const { message } of validate(schema, parsed)) yield { file, message: both(`${name}: ${message}`, `${name}: ${message}`) };
  for (const { message } of validate(schema, parsed, [NoDeprecatedCustomRule])) {
    yield { file, warning: true, message: both(`${name}: trường sắp bỏ. ${message}`, `${name}: marked for removal. ${message}`) };
  }
}

function documentOf(text: string): DocumentNode | string {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

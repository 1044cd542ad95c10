import { posix } from 'node:path';
import type { AnyNode } from 'acorn';
import { z } from 'zod';
import { jsonOf, MANIFEST_FILE } from './bundle.js';
import { both, type Finding, type ModuleBundle, type Rule } from './rule.js';
import { calleeOf, importsOf, nodesOf, textOf } from './syntax.js';

const assets = z.looseObject({ sync: z.array(z.string()), async: z.array(z.string()) });
/** What the shell needs of the federation manifest. */
const containerShape = z.looseObject({
  name: z.string(),
  metaData: z.looseObject({ remoteEntry: z.looseObject({ name: z.string(), path: z.string() }) }),
  exposes: z.array(z.looseObject({ path: z.string(), assets: z.looseObject({ js: assets, css: assets }) })),
});

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;
/** Calls whose first (or second) literal is an address code or data would come from. */
const FETCHERS = new Map([
  ['fetch', 0],
  ['importScripts', 0],
  ['sendBeacon', 0],
  ['Worker', 0],
  ['SharedWorker', 0],
  ['WebSocket', 0],
  ['EventSource', 0],
]);

export const entryChunks: Rule = {
  id: 'entry.chunks',
  what: both('Tệp vào và mọi phần của trang đều có trong bản dựng', 'The entry and every chunk of a page are in the build'),
  remedy: both('Chạy lại npm run build và gửi cả thư mục dist.', 'Run npm run build again and send the whole folder dist.'),
  *check(bundle) {
    const { manifest, files } = bundle;
    if (!manifest) return;
    if (!files.has(manifest.entry)) {
      yield { file: MANIFEST_FILE, message: both(`Không có tệp vào "${manifest.entry}"`, `The entry "${manifest.entry}" is not there`) };
    } else if (!manifest.sandboxed) yield* containerFindings(bundle, manifest.entry, manifest.scope);
    for (const { file, program } of bundle.scripts) {
      for (const source of program ? importsOf(program) : []) {
        if (ABSOLUTE.test(source)) continue;
        if (!source.startsWith('.'))
          yield { file, message: both(`import "${source}" không nằm trong bản dựng`, `import "${source}" is not in the build`) };
        else if (!files.has(posix.join(posix.dirname(file), source)))
          yield { file, message: both(`Thiếu phần "${source}"`, `Chunk "${source}" is missing`) };
      }
    }
  },
};

function* containerFindings({ files, text }: ModuleBundle, entry: string, scope: string): Iterable<Finding> {
  const parsed = containerShape.safeParse(jsonOf(text(entry)));
  if (!parsed.success) {
    yield { file: entry, message: both('Không đọc được bản kê của mô-đun', 'The federation manifest is unreadable') };
    return;
  }
  const { name, metaData, exposes } = parsed.data;
  if (name !== scope)
    yield { file: entry, message: both(`Tên "${name}" khác scope "${scope}"`, `Name "${name}" differs from scope "${scope}"`) };
  const exposed = exposes.find(({ path }) => path === './module');
  if (!exposed) yield { file: entry, message: both('Không đưa ra "./module"', 'Does not expose "./module"') };
  const { js, css } = exposed?.assets ?? { js: { sync: [], async: [] }, css: { sync: [], async: [] } };
  const remote = posix.join(metaData.remoteEntry.path, metaData.remoteEntry.name);
  for (const file of [remote, ...js.sync, ...js.async, ...css.sync, ...css.async]) {
    if (!files.has(file)) yield { file: entry, message: both(`Thiếu tệp "${file}"`, `File "${file}" is missing`) };
  }
}

export const codeReadable: Rule = {
  id: 'code.readable',
  what: both('Mọi tệp mã là JavaScript đúng cú pháp', 'Every script is valid JavaScript'),
  remedy: both('Chạy lại npm run build.', 'Run npm run build again.'),
  *check({ scripts }) {
    for (const { file, program } of scripts) {
      if (!program) yield { file, message: both('Không đọc được như JavaScript', 'Cannot be read as JavaScript') };
    }
  },
};

/** The page's security policy blocks these anyway; here the author learns it before anybody else. */
export const codeEval: Rule = {
  id: 'code.eval',
  what: both('Mã không tạo mã từ chữ (eval)', 'The code makes no code from text (eval)'),
  remedy: both('Tìm thư viện dùng eval hoặc new Function và thay nó.', 'Find the library that uses eval or new Function and replace it.'),
  *check({ scripts }) {
    for (const { file, program } of scripts) {
      for (const node of program ? nodesOf(program) : []) {
        const call = evaluates(node);
        if (call) yield { file, message: both(`Gọi ${call}`, `Calls ${call}`) };
      }
    }
  },
};

function evaluates(node: AnyNode): string | null {
  const called = calleeOf(node);
  if (!called) return null;
  if (called.name === 'eval' || called.name === 'Function') return called.name;
  return ['setTimeout', 'setInterval'].includes(called.name) && textOf(called.arguments[0]) !== null ? `${called.name}("…")` : null;
}

export const codeAddresses: Rule = {
  id: 'code.addresses',
  what: both('Mã và dữ liệu chỉ đến từ cổng tỉnh', 'Code and data come from the provincial portal alone'),
  remedy: both(
    'Đưa thư viện vào package.json, lấy dữ liệu qua đồ thị (useGraphQuery).',
    'Put the library into package.json, get data through the graph (useGraphQuery).',
  ),
  *check({ scripts }) {
    for (const { file, program } of scripts) {
      if (!program) continue;
      for (const source of importsOf(program)) {
        if (ABSOLUTE.test(source)) yield { file, message: both(`import từ "${source}"`, `imports from "${source}"`) };
      }
      for (const node of nodesOf(program)) {
        const called = calleeOf(node);
        const at = called && FETCHERS.get(called.name);
        const address = called && at !== null && at !== undefined ? textOf(called.arguments[at]) : null;
        if (address !== null && /^(?:\w+:)?\/\//.test(address)) {
          yield { file, message: both(`Gọi ra ngoài: ${address}`, `Reaches outside: ${address}`) };
        }
      }
    }
  },
};

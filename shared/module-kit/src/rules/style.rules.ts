import { posix } from 'node:path';
import postcss, { type ChildNode, type Root } from 'postcss';
import { frameScope, GLOBAL_RULES } from '../scope-css.js';
import { both, type Finding, type Rule } from './rule.js';

export const scopedStyles: Rule = {
  id: 'css.scoped',
  what: both('Kiểu dáng chỉ có hiệu lực trong khung của mô-đun', "Styles hold inside the module's frame only"),
  remedy: both(
    'Dựng bằng thiduaModule(); không tự chèn <style> hay tệp CSS vào dist.',
    'Build with thiduaModule(); put no CSS of your own into dist.',
  ),
  *check(bundle) {
    const { manifest } = bundle;
    if (!manifest || manifest.sandboxed) return;
    for (const file of bundle.files.keys()) {
      if (!file.endsWith('.css')) continue;
      const root = parsed(bundle.text(file));
      if (!root) yield { file, message: both('Không đọc được như CSS', 'Cannot be read as CSS') };
      for (const node of root?.nodes ?? []) {
        if (!staysInside(node, manifest.id)) {
          const rule = node.toString().slice(0, 60);
          yield { file, message: both(`Ra ngoài khung: ${rule}`, `Leaves the frame: ${rule}`) };
        }
      }
    }
  },
};

export const styleAddresses: Rule = {
  id: 'css.addresses',
  what: both('Kiểu dáng chỉ dùng tệp của bản dựng', 'Styles use files of the build alone'),
  remedy: both(
    'Đưa phông chữ và ảnh vào src/ và dùng đường dẫn tương đối.',
    'Put fonts and pictures into src/ and use relative addresses.',
  ),
  *check(bundle) {
    for (const file of bundle.files.keys()) {
      if (!file.endsWith('.css')) continue;
      for (const address of addressesOf(bundle.text(file))) yield* misplaced(bundle.files, file, address);
    }
  },
};

function* misplaced(files: ReadonlyMap<string, Uint8Array>, file: string, address: string): Iterable<Finding> {
  if (/^(?:data:image\/|#)/.test(address)) return;
  if (/^(?:\w+:|\/)/.test(address)) yield { file, message: both(`Địa chỉ ngoài: ${address}`, `Address outside: ${address}`) };
  else if (!files.has(posix.join(posix.dirname(file), address.replace(/[?#].*$/, '')))) {
    yield { file, message: both(`Thiếu tệp ${address}`, `File ${address} is missing`) };
  }
}

function addressesOf(css: string): string[] {
  const found = [...css.matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3/g)];
  return found.map((match) => match[2] ?? match[4] ?? '');
}

function parsed(css: string): Root | null {
  try {
    return postcss.parse(css);
  } catch {
    return null;
  }
}

function staysInside(node: ChildNode, id: string): boolean {
  if (node.type === 'comment') return true;
  if (node.type !== 'atrule') return false;
  if (node.name === 'import') return false;
  const name = node.name.replace(/^-\w+-/, '');
  if (GLOBAL_RULES.has(name)) return true;
  if (node.name !== 'layer') return false;
  if (!node.nodes) return true;
  // Builds of before slots in modules' own pages have no lower end.
  const scopes = [frameScope(id), `([data-module="${id}"])`];
  return (
    node.params === 'module' &&
    node.nodes.every((inner) => inner.type === 'atrule' && inner.name === 'scope' && scopes.includes(inner.params))
  );
}

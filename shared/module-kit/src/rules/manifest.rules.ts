import { isAllowed, type PortalManifest, type SettingsSchema } from '@thidua/contracts/web';
import { scopeOf } from '../scope-name.js';
import { jsonOf, MANIFEST_FILE } from './bundle.js';
import { manifestShape } from './manifest.shape.js';
import { both, type Finding, type Rule } from './rule.js';

const file = MANIFEST_FILE;

/** First segments the shell and the host answer themselves. */
const RESERVED = new Set([
  'graphql',
  'graph',
  'modules',
  'platform',
  'registry',
  'session',
  'sign-in',
  'sign-out',
  'health',
  'assets',
  'files',
  'ceremony',
  'inbox',
  'profile',
  'auth',
  'upload',
  'ballot',
  'sign',
  'viec',
  'ho-so',
  'do-thi',
  'kho-mo-dun',
  'frame',
]);

export const manifestShapeRule: Rule = {
  id: 'manifest.shape',
  what: both('portal.json đúng hình dạng của hợp đồng', 'portal.json has the shape of the contract'),
  remedy: both('Sửa trường được nêu trong src/portal.ts rồi dựng lại.', 'Correct the named field in src/portal.ts and build again.'),
  *check(bundle) {
    if (!bundle.files.has(file)) {
      yield { file, message: both('Thiếu tệp portal.json', 'portal.json is missing') };
      return;
    }
    const parsed = manifestShape.safeParse(jsonOf(bundle.text(file)));
    for (const issue of parsed.error?.issues ?? []) {
      const field = issue.path.join('.') || 'portal.json';
      yield { file, message: both(`Trường "${field}" không đúng: ${issue.message}`, `Field "${field}" is wrong: ${issue.message}`) };
    }
  },
};

export const manifestNames: Rule = {
  id: 'manifest.names',
  what: both('Tên và địa chỉ của mô-đun là duy nhất', 'Names and addresses of the module are its own'),
  remedy: both('Đổi tên được nêu trong src/portal.ts.', 'Change the named id or address in src/portal.ts.'),
  *check({ manifest }, { others = [] }) {
    if (!manifest) return;
    if (manifest.scope !== scopeOf(manifest.id)) {
      yield { file, message: both(`scope phải là "${scopeOf(manifest.id)}"`, `scope must be "${scopeOf(manifest.id)}"`) };
    }
    if (RESERVED.has(manifest.basePath.slice(1))) {
      yield {
        file,
        message: both(`"${manifest.basePath}" là địa chỉ của cổng tỉnh`, `"${manifest.basePath}" is an address of the provincial portal`),
      };
    }
    for (const other of others.filter(({ id }) => id !== manifest.id)) {
      if (other.basePath === manifest.basePath || other.scope === manifest.scope) {
        yield {
          file,
          message: both(
            `"${manifest.basePath}" đã thuộc mô-đun ${other.id}`,
            `"${manifest.basePath}" already belongs to module ${other.id}`,
          ),
        };
      }
    }
    for (const [list, names] of Object.entries(namesOf(manifest))) {
      for (const name of new Set(names.filter((name, at) => names.indexOf(name) !== at))) {
        yield { file, message: both(`${list}: "${name}" có hai lần`, `${list}: "${name}" stands twice`) };
      }
    }
  },
};

export const manifestDepartment: Rule = {
  id: 'manifest.department',
  what: both('Mô-đun thuộc sở có khóa triển khai', 'The module belongs to the department of the deploy key'),
  remedy: both(
    'Dùng khóa triển khai của chính sở, hoặc sửa departmentCode.',
    "Use the department's own deploy key, or correct departmentCode.",
  ),
  *check({ manifest }, { department }) {
    if (manifest && department !== undefined && manifest.departmentCode !== department) {
      const [own, key] = [manifest.departmentCode, department];
      yield { file, message: both(`Mô-đun của ${own}, khóa của ${key}`, `The module is of ${own}, the key of ${key}`) };
    }
  },
};

export const manifestPermissions: Rule = {
  id: 'manifest.permissions',
  what: both('Mọi quyền được nêu đều có trong tỉnh', 'Every permission named exists in the province'),
  remedy: both('Chọn một quyền trong danh sách PERMISSIONS của @thidua/contracts.', 'Choose one of PERMISSIONS in @thidua/contracts.'),
  *check({ manifest }, { permissions }) {
    for (const permission of manifest ? permissionsOf(manifest) : []) {
      if (!permissions.has(permission))
        yield { file, message: both(`Không có quyền "${permission}"`, `There is no permission "${permission}"`) };
    }
  },
};

export const manifestSettings: Rule = {
  id: 'manifest.settings',
  what: both('Giá trị mặc định của thiết lập là giá trị được phép', 'Default values of settings are allowed values'),
  remedy: both('Sửa default, enum, minimum hoặc maximum của thiết lập.', 'Correct default, enum, minimum or maximum of the setting.'),
  *check({ manifest }) {
    if (!manifest) return;
    for (const [place, schema] of schemasOf(manifest)) {
      for (const [key, property] of Object.entries(schema?.properties ?? {})) {
        if (isAllowed(property, property.default)) continue;
        yield {
          file,
          message: both(
            `${place}.${key}: mặc định "${property.default}" không được phép`,
            `${place}.${key}: default "${property.default}" is not allowed`,
          ),
        };
      }
    }
  },
};

export const manifestLocales: Rule = {
  id: 'locales.complete',
  what: both('Mọi lời hiện cho người dùng có cả tiếng Việt và tiếng Anh', 'Every text for people exists in Vietnamese and English'),
  remedy: both('Thêm lời còn thiếu vào src/messages.ts cho cả hai tiếng.', 'Add the missing text to src/messages.ts in both languages.'),
  *check(bundle) {
    const { manifest } = bundle;
    if (!manifest) return;
    const locales = manifest.locales ?? ['vi', 'en'];
    if (!locales.includes('vi') || !locales.includes('en')) {
      yield { file, message: both('locales phải có "vi" và "en"', 'locales must hold "vi" and "en"') };
    }
    if (bundle.files.has(MESSAGES_FILE)) yield* comparedMessages(jsonOf(bundle.text(MESSAGES_FILE)));
  },
};

/** Texts of the module as data, written by the build when `src/portal.ts` names them. */
export const MESSAGES_FILE = 'messages.json';

function* comparedMessages(messages: unknown): Iterable<Finding> {
  const of = (locale: string): Map<string, string> => flat((messages as Record<string, unknown> | undefined)?.[locale]);
  const [vi, en] = [of('vi'), of('en')];
  for (const key of new Set([...vi.keys(), ...en.keys()])) {
    const [left, right] = [vi.get(key)?.trim(), en.get(key)?.trim()];
    if (!left) yield { file: MESSAGES_FILE, message: both(`"${key}" thiếu tiếng Việt`, `"${key}" has no Vietnamese`) };
    if (!right) yield { file: MESSAGES_FILE, message: both(`"${key}" thiếu tiếng Anh`, `"${key}" has no English`) };
    if (left && right && placeholders(left) !== placeholders(right)) {
      yield {
        file: MESSAGES_FILE,
        message: both(`"${key}": hai tiếng có tham số khác nhau`, `"${key}": the languages have different placeholders`),
      };
    }
  }
}

function flat(tree: unknown, prefix = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[prefix, tree]]);
  if (typeof tree !== 'object' || tree === null) return new Map();
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...flat(value, prefix ? `${prefix}.${key}` : key)]));
}

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join(' ');

function namesOf(manifest: PortalManifest): Record<string, readonly string[]> {
  const ids = (list: readonly { readonly id: string }[] = []): string[] => list.map(({ id }) => id);
  return {
    nav: ids(manifest.nav),
    slots: ids(manifest.slots),
    pages: (manifest.pages ?? []).map(({ name }) => name),
    'pages.path': (manifest.pages ?? []).map(({ path }) => path.replace(/:\w+/g, ':')),
    flags: ids(manifest.flags),
    search: ids(manifest.search),
    commands: ids(manifest.commands),
    notifications: ids(manifest.notifications),
  };
}

function permissionsOf(manifest: PortalManifest): Set<string> {
  const parts: readonly { readonly permissions?: readonly string[] }[] = [
    manifest,
    ...manifest.nav,
    ...manifest.slots,
    ...(manifest.pages ?? []),
    ...(manifest.search ?? []),
    ...(manifest.commands ?? []),
    ...(manifest.notifications ?? []),
  ];
  return new Set(parts.flatMap(({ permissions = [] }) => permissions));
}

function schemasOf(manifest: PortalManifest): [string, SettingsSchema | undefined][] {
  return [
    ['settings', manifest.settings],
    ...manifest.slots.map(({ id, settings }): [string, SettingsSchema | undefined] => [`slots.${id}`, settings]),
  ];
}

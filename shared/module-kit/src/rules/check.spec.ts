import { createHash } from 'node:crypto';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { INTEGRITY_FILE, integrityOf, isListed, SIGNATURE_FILE } from '../integrity.js';
import { checkModule, RULES } from './check.js';
import type { RuleContext } from './rule.js';
import { newSigningPair, signRelease } from './signature.js';

const pair = newSigningPair();
const context: RuleContext = {
  contract: '1.1.0',
  provided: { vue: '3.5.45', '@thidua/web': '0.1.0' },
  permissions: new Set(['campaign:read']),
  keys: [{ id: pair.id, publicKey: pair.publicKey }],
  department: 'SYT',
};

const DOCUMENT = 'query List { campaigns { totalCount } }';
const HASH = createHash('sha256').update(DOCUMENT).digest('hex');

const MANIFEST = {
  id: 'so-y-te',
  version: '1.0.0',
  contract: '1.1.0',
  name: { vi: 'Sở Y tế', en: 'Department of Health' },
  departmentCode: 'SYT',
  basePath: '/yte',
  scope: 'portal_so_y_te',
  entry: 'mf-manifest.json',
  shared: { vue: '^3.5.0', '@thidua/web': '^0.1.0' },
  nav: [
    {
      id: 'list',
      path: 'phong-trao',
      label: { vi: 'Phong trào', en: 'Campaigns' },
      group: 'plans',
      icon: 'flag',
      permissions: ['campaign:read'],
    },
  ],
  permissions: ['campaign:read'],
  slots: [{ slot: 'home.department', id: 'count', title: { vi: 'Số phong trào', en: 'Campaigns' } }],
  pages: [{ path: 'phong-trao', name: 'list', title: { vi: 'Phong trào', en: 'Campaigns' } }],
  settings: {
    type: 'object',
    properties: { rows: { type: 'integer', title: { vi: 'Số dòng', en: 'Rows' }, default: 20, minimum: 1, maximum: 100 } },
  },
  locales: ['vi', 'en'],
  operations: { file: 'operations.json', count: 1 },
};
type Manifest = typeof MANIFEST;

const CONTAINER = {
  name: 'portal_so_y_te',
  metaData: { remoteEntry: { name: 'remoteEntry.js', path: '' } },
  exposes: [
    {
      path: './module',
      assets: { js: { sync: ['assets/module.js'], async: ['assets/page.js'] }, css: { sync: ['assets/style.css'], async: [] } },
    },
  ],
};

/** A small release that keeps every rule, with what a test changes; the list and the signature are made after the change. */
function release(change: { manifest?: object; files?: Record<string, string | null> } = {}): Map<string, Uint8Array> {
  const texts: Record<string, string | null> = {
    'portal.json': JSON.stringify({ ...MANIFEST, ...change.manifest } as Manifest),
    'mf-manifest.json': JSON.stringify(CONTAINER),
    'remoteEntry.js': 'export const init = () => {}; export const get = () => import("./assets/module.js");',
    'assets/module.js': 'export default { page: () => import("./page.js") };',
    'assets/page.js': `export const ask = "sha256:${HASH}"; fetch("/graphql"); setTimeout(() => ask, 5);`,
    'assets/style.css': '@layer module{@scope ([data-module="so-y-te"]){h1{color:red}}}\n@keyframes x{from{opacity:0}}',
    'operations.json': JSON.stringify({ [HASH]: DOCUMENT }),
    'messages.json': JSON.stringify({ vi: { count: '{n} phong trào' }, en: { count: '{n} campaigns' } }),
    ...change.files,
  };
  const files = new Map(
    Object.entries(texts).flatMap(([file, text]) => (text === null ? [] : [[file, new TextEncoder().encode(text)] as const])),
  );
  const list = Object.fromEntries([...files].filter(([file]) => isListed(file)).map(([file, bytes]) => [file, integrityOf(bytes)]));
  files.set(INTEGRITY_FILE, new TextEncoder().encode(JSON.stringify(list)));
  return signed(files);
}

function signed(files: Map<string, Uint8Array>, key = pair.privateKey): Map<string, Uint8Array> {
  const [manifest, list] = [files.get('portal.json'), files.get(INTEGRITY_FILE)];
  if (!manifest || !list) return files;
  const { id, version } = JSON.parse(new TextDecoder().decode(manifest)) as Manifest;
  return files.set(SIGNATURE_FILE, new TextEncoder().encode(JSON.stringify(signRelease({ id, version }, { manifest, list }, key))));
}

const write = (files: Map<string, Uint8Array>, file: string, text: string) => files.set(file, new TextEncoder().encode(text));
const rulesOf = (files: Map<string, Uint8Array>, given: Partial<RuleContext> = {}) => [
  ...new Set(checkModule(files, { ...context, ...given }).problems.map(({ rule }) => rule)),
];
const text = (vi: string, en: string) => ({ vi, en });

describe('the rules for a release', () => {
  it('let a whole release pass', () => {
    expect(checkModule(release(), context)).toMatchObject({ problems: [], warnings: [], manifest: { id: 'so-y-te' } });
  });

  it('say what they want and what to do, in both languages', () => {
    for (const rule of RULES) {
      for (const words of [rule.what, rule.remedy]) expect(Object.values(words).every((part) => part.length > 10)).toBe(true);
    }
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each<[rule: string, why: string, change: Parameters<typeof release>[0], given?: Partial<RuleContext>]>([
    ['manifest.shape', 'without portal.json', { files: { 'portal.json': null } }],
    ['manifest.shape', 'with a base path of two segments', { manifest: { basePath: '/a/b' } }],
    ['manifest.shape', 'with a name in one language', { manifest: { name: text('Sở Y tế', ' ') } }],
    ['manifest.shape', 'with a page outside its base path', { manifest: { links: [{ link: 'plans/:id', path: '../../khcn' }] } }],
    ['manifest.shape', 'with a slot nobody shows', { manifest: { slots: [{ slot: 'nowhere', id: 'x', title: text('a', 'b') }] } }],
    ['manifest.names', 'with the container name of another module', { manifest: { scope: 'portal_khcn' } }],
    ['manifest.names', "at an address of the shell's own", { manifest: { basePath: '/graphql' } }],
    ['manifest.names', 'at the address of another module', {}, { others: [{ id: 'khac', basePath: '/yte', scope: 'portal_khac' }] }],
    ['manifest.names', 'with one name twice', { manifest: { nav: [...MANIFEST.nav, ...MANIFEST.nav] } }],
    ['manifest.department', "with another department's key", {}, { department: 'SKHCN' }],
    ['manifest.permissions', 'with a permission that does not exist', { manifest: { permissions: ['everything:do'] } }],
    ['manifest.permissions', 'with such a permission at a page', { manifest: { pages: [{ ...MANIFEST.pages[0], permissions: ['x:y'] }] } }],
    [
      'manifest.settings',
      'with a default out of bounds',
      { manifest: { settings: { type: 'object', properties: { rows: { ...MANIFEST.settings.properties.rows, default: 101 } } } } },
    ],
    ['locales.complete', 'with one language', { manifest: { locales: ['vi'] } }],
    ['locales.complete', 'with a text in one language', { files: { 'messages.json': '{"vi":{"a":"x","b":"y"},"en":{"a":"x"}}' } }],
    ['locales.complete', 'with different placeholders', { files: { 'messages.json': '{"vi":{"a":"{n} x"},"en":{"a":"x"}}' } }],
    ['contract.range', 'built against a later contract', { manifest: { contract: '1.2.0' } }],
    ['contract.range', 'built against another major contract', { manifest: { contract: '2.0.0' } }],
    ['shared.ranges', 'that needs another Vue', { manifest: { shared: { vue: '^4.0.0' } } }],
    ['shared.ranges', 'that needs a library nobody provides', { manifest: { shared: { react: '*' } } }],
    ['shared.ranges', 'with a range nobody can read', { manifest: { shared: { vue: 'latest!' } } }],
    ['files.names', 'with a kind of file that is not served', { files: { 'assets/tool.exe': 'MZ' } }],
    ['files.names', 'with a path that climbs', { files: { '../khcn/x.js': '' } }],
    ['files.sizes', 'with too large a file', {}, { limits: { fileBytes: 10 } }],
    ['files.sizes', 'with too many files', {}, { limits: { files: 3 } }],
    ['files.pictures', 'with a picture that runs code', { files: { 'assets/a.svg': '<svg onload="x()"/>' } }],
    ['entry.chunks', 'without its entry', { files: { 'mf-manifest.json': null } }],
    ['entry.chunks', 'without a page', { files: { 'assets/page.js': null }, manifest: { operations: undefined } }],
    ['entry.chunks', 'that exposes something else', { files: { 'mf-manifest.json': JSON.stringify({ ...CONTAINER, exposes: [] }) } }],
    ['entry.chunks', 'that imports what the browser cannot find', { files: { 'assets/module.js': 'import "lodash"' } }],
    ['code.readable', 'with a script that is none', { files: { 'assets/module.js': 'export default {' } }],
    ['code.eval', 'that makes code from text', { files: { 'assets/module.js': 'export default new Function("return 1")' } }],
    ['code.eval', 'that hides eval behind window', { files: { 'assets/module.js': 'window.eval("1")' } }],
    ['code.eval', 'that gives text to a timer', { files: { 'assets/module.js': 'setTimeout("go()", 1)' } }],
    ['code.addresses', 'that imports from elsewhere', { files: { 'assets/module.js': 'import("https://cdn.example/x.js")' } }],
    ['code.addresses', 'that fetches from elsewhere', { files: { 'assets/module.js': 'fetch(`//example.com/a`)' } }],
    ['css.scoped', 'with a rule for the whole page', { files: { 'assets/style.css': 'h1{color:red}' } }],
    [
      'css.scoped',
      "in another module's frame",
      { files: { 'assets/style.css': '@layer module{@scope ([data-module="khcn"]){h1{color:red}}}' } },
    ],
    [
      'css.addresses',
      'with a font from elsewhere',
      { files: { 'assets/style.css': '@font-face{font-family:x;src:url(https://fonts.example/x.woff2)}' } },
    ],
    [
      'css.addresses',
      'with a picture that is not there',
      { files: { 'assets/style.css': '@font-face{font-family:x;src:url("./x.woff2")}' } },
    ],
    ['operations', 'whose operations file is missing', { files: { 'operations.json': null } }],
    ['operations', 'that hides an operation', { manifest: { operations: undefined } }],
    ['operations', 'with an operation no code uses', { files: { 'assets/page.js': 'export {}' } }],
    ['operations', 'with an operation under a wrong hash', { files: { 'operations.json': JSON.stringify({ [HASH]: `${DOCUMENT} ` }) } }],
    ['operations', 'with an operation that is no GraphQL', { files: { 'operations.json': JSON.stringify({ [HASH]: 'query {' }) } }],
    ['operations', 'with a field the graph does not have', {}, { schema: buildSchema('type Query { plans: Int }') }],
    ['signature', 'signed by a key the province does not know', {}, { keys: [] }],
  ])('%s refuses a release %s', (rule, _why, change, given) => {
    expect(rulesOf(release(change), given)).toContain(rule);
  });

  it('operations of a release that the graph serves pass', () => {
    const schema = buildSchema('type Query { campaigns: Page } type Page { totalCount: Int }');
    expect(rulesOf(release(), { schema })).toEqual([]);
  });

  it('PF-08 J-12.4 an operation that uses a field marked for removal is named, and passes for now', () => {
    const schema = buildSchema(
      'type Query { campaigns: Page } type Page { totalCount: Int @deprecated(reason: "count, until 01/06/2026") }',
    );
    const { problems, warnings } = checkModule(release(), { ...context, schema });
    expect(problems).toEqual([]);
    expect(warnings.map(({ rule, message }) => [rule, message.en])).toEqual([
      ['operations', expect.stringMatching(/^List: marked for removal\..*totalCount.*01\/06\/2026/)],
    ]);
  });

  it('PF-02 integrity refuses an altered, an added and a missing file', () => {
    expect(rulesOf(write(release(), 'assets/module.js', 'export default 1'))).toEqual(['integrity']);
    expect(rulesOf(write(release(), 'assets/more.js', 'export {}'))).toEqual(['integrity']);
    const less = release();
    less.delete('messages.json');
    expect(rulesOf(less)).toEqual(['integrity']);
    const without = release();
    without.delete(INTEGRITY_FILE);
    expect(rulesOf(without)).toContain('integrity');
  });

  it('PF-02 a signature is no use for another manifest, list, version or key', () => {
    const other = release({ manifest: { version: '1.0.1' } });
    const reused = release();
    for (const file of ['portal.json', INTEGRITY_FILE]) reused.set(file, other.get(file)!);
    expect(rulesOf(reused)).toEqual(['signature']);
    const forged = signed(release(), newSigningPair().privateKey);
    expect(rulesOf(forged)).toEqual(['signature']);
    const lent = JSON.parse(new TextDecoder().decode(forged.get(SIGNATURE_FILE))) as { key: string };
    expect(rulesOf(write(forged, SIGNATURE_FILE, JSON.stringify({ ...lent, key: pair.id })))).toEqual(['signature']);
    const unsigned = release();
    unsigned.delete(SIGNATURE_FILE);
    expect(rulesOf(unsigned)).toEqual(['signature']);
  });

  it('a missing signature is a warning where the keys are not known', () => {
    const files = release();
    files.delete(SIGNATURE_FILE);
    expect(checkModule(files, { ...context, keys: null })).toMatchObject({ problems: [], warnings: [{ rule: 'signature' }] });
  });
});

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const SHIPPED = 'query VendorViewer { viewer { client } }';

const shippedHash = createHash('sha256').update(SHIPPED).digest('hex');

/** A vendor's own script, built with nothing of ours: tries what it may not do, past what a reader of code would see, and uses the contract for the rest. */
const SCRIPT = `
const shipped = { 'sha256:${shippedHash}': '${SHIPPED}' };
const attempts = async () => {
  const results = {};
  const attempt = async (name, act) => { try { await act(); results[name] = 'done'; } catch (error) { results[name] = error.name; } };
  await attempt('page', () => parent.document.title);
  await attempt('storage', () => localStorage.setItem('a', 'b'));
  await attempt('cookie', () => document.cookie);
  await attempt('network', () => fetch('/session'));
  await attempt('other', () => import(['', 'modules', 'vendor', '~frame', 'v', 'other.js'].join('/')));
  await attempt('eval', () => attempts['cons' + 'tructor']('return 1')());
  return results;
};
const title = { vi: 'Trang', en: 'Page' };
export default {
  id: 'vendor',
  contract: '1.1.0',
  activate(context) {
    const front = (target) => {
      target.innerHTML = '<h1>Trang của nhà cung cấp</h1><p id="who"></p><pre id="tried"></pre><p id="asked"></p><p id="kept"></p><button id="note">báo</button><button id="go">đi</button><button id="fall">ngã</button>';
      const put = (id, text) => { target.querySelector('#' + id).textContent = text; };
      put('who', context.viewer().name + ' ' + context.release + ' ' + context.locale());
      put('kept', context.storage.get('seen') ?? 'chưa');
      context.storage.set('seen', 'rồi');
      attempts().then((results) => put('tried', JSON.stringify(results)));
      Promise.all([context.ask(Object.values(shipped)[0]), context.ask('query Anything { viewer { permissions } }')]).then((answers) => put('asked', JSON.stringify(answers)));
      target.querySelector('#note').onclick = () => context.notify({ vi: 'lời của nhà cung cấp', en: 'words of the vendor' }, 'ok');
      target.querySelector('#go').onclick = () => context.navigate(context.basePath + '/ho-so/7?muc=1');
      target.querySelector('#fall').onclick = () => { throw new Error('the vendor falls'); };
    };
    const dossier = (target, { params, query }) => { target.innerHTML = '<h1></h1>'; target.firstChild.textContent = 'Hồ sơ ' + params.id + ' ' + query; };
    return {
      nav: [],
      routes: [
        { path: '', name: 'front', title, component: async () => ({ default: { mount: front } }) },
        { path: 'ho-so/:id', name: 'dossier', title, component: async () => ({ default: { mount: dossier } }) },
      ],
    };
  },
};
`;

const sri = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Writes a release of a vendor's sandboxed module, as its own tools would. @returns the folder. */
export async function buildVendor(folder: string): Promise<string> {
  const operations = JSON.stringify({ [shippedHash]: SHIPPED });
  const manifest = JSON.stringify({
    id: 'vendor',
    version: '1.0.0',
    contract: '1.1.0',
    name: { vi: 'Nhà cung cấp', en: 'Vendor' },
    departmentCode: 'STC',
    basePath: '/vendor',
    scope: 'portal_vendor',
    entry: 'module.js',
    shared: {},
    nav: [{ id: 'front', path: '', label: { vi: 'Trang nhà cung cấp', en: 'Vendor page' }, group: 'own', icon: 'home' }],
    permissions: [],
    slots: [],
    operations: { file: 'operations.json', count: 1 },
    sandboxed: true,
  });
  const files = { 'portal.json': manifest, 'module.js': SCRIPT, 'operations.json': operations, 'style.css': 'h1 { letter-spacing: 3px; }' };
  const list = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, sri(text)]));
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries({ ...files, 'mf-integrity.json': JSON.stringify(list) }).map(([file, text]) => writeFile(join(folder, file), text)),
  );
  return folder;
}

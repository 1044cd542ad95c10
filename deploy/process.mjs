/**
 * Starts one process of the platform in a container: `node deploy/process.mjs <built file>`. Signing keys that are mounted as files
 * (`/run/thidua/own/…`, `/run/thidua/public/jwks.json`) become the settings the process reads.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const mounted = { SERVICE_KEY: '/run/thidua/own/key.json', SERVICE_JWKS: '/run/thidua/public/jwks.json' };
const settings = process.env;
if (settings.NODE_ENV !== 'production') mounted.MODULE_DEVELOPMENT_KEY = '/run/thidua/own/module-key.pem';
for (const [name, file] of Object.entries(mounted)) {
  if (!settings[name] && existsSync(file)) settings[name] = readFileSync(file, 'utf8');
}

const entry = process.argv[2];
if (!entry) throw new Error('usage: node deploy/process.mjs <built file>');
await import(pathToFileURL(resolve(entry)).href);

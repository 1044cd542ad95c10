import type { IntegrityList, PortalManifest } from '@thidua/contracts/web';
import { parse, type Program } from 'acorn';
import type { z } from 'zod';
import { INTEGRITY_FILE } from '../integrity.js';
import { integrityShape, manifestShape } from './manifest.shape.js';
import type { ModuleBundle, Script } from './rule.js';

export const MANIFEST_FILE = 'portal.json';

/** Reads what can be read of a built folder. Never throws: what is wrong with it is for the rules to say. */
export function readBundle(files: ReadonlyMap<string, Uint8Array>): ModuleBundle {
  const decode = (file: string): string => new TextDecoder().decode(files.get(file));
  let scripts: readonly Script[] | undefined;
  return {
    files,
    manifest: read(decode, files, MANIFEST_FILE, manifestShape) as PortalManifest | null,
    list: read(decode, files, INTEGRITY_FILE, integrityShape) as IntegrityList | null,
    text: decode,
    get scripts() {
      scripts ??= [...files.keys()].filter((file) => file.endsWith('.js')).map((file) => ({ file, program: programOf(decode(file)) }));
      return scripts;
    },
  };
}

function read(decode: (file: string) => string, files: ReadonlyMap<string, Uint8Array>, file: string, shape: z.ZodType): unknown {
  if (!files.has(file)) return null;
  const parsed = shape.safeParse(jsonOf(decode(file)));
  return parsed.success ? parsed.data : null;
}

/** Undefined for what is not JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function programOf(code: string): Program | null {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return null;
  }
}

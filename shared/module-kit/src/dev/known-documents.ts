import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Texts of documents that leave the page as their hash: those of the shell, and those of the module as generated last. */
export class KnownDocuments {
  constructor(
    private readonly folder: string,
    private readonly shell: string,
  ) {}

  /** Undefined for a hash nobody generated. */
  async text(hash: string): Promise<string | undefined> {
    const bare = hash.replace(/^sha256:/, '');
    for (const file of [join(this.folder, 'src/generated/persisted-documents.json'), this.#pages(), join(this.shell, 'documents.json')]) {
      const documents = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, string>;
      const text = documents[`sha256:${bare}`] ?? documents[bare];
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** The pages every department has, where the module composes them. */
  #pages(): string {
    try {
      return createRequire(join(this.folder, 'package.json')).resolve('@thidua/pages/persisted-documents.json');
    } catch {
      return '';
    }
  }
}

import { contractAccepts } from '@thidua/contracts/web';
import { satisfies, validRange } from 'semver';
import { MANIFEST_FILE } from './bundle.js';
import { both, type Rule } from './rule.js';

const file = MANIFEST_FILE;

export const contractRange: Rule = {
  id: 'contract.range',
  what: both('Vỏ tỉnh nói được hợp đồng của mô-đun', 'The shell speaks the contract of the module'),
  remedy: both(
    'Dựng lại với bản @thidua/contracts mà tỉnh đang dùng (npm run update:kit).',
    'Build again with the version of @thidua/contracts the province uses (npm run update:kit).',
  ),
  *check({ manifest }, { contract }) {
    if (manifest && !contractAccepts(contract, manifest.contract)) {
      yield {
        file,
        message: both(
          `Mô-đun cần hợp đồng ${manifest.contract}, vỏ tỉnh nói ${contract}`,
          `The module needs contract ${manifest.contract}, the shell speaks ${contract}`,
        ),
      };
    }
  },
};

/** The federation runtime ignores these ranges and hands out the shell's copy whatever was asked: they are kept here and in the shell. */
export const sharedRangesRule: Rule = {
  id: 'shared.ranges',
  what: both('Vỏ tỉnh có các thư viện dùng chung đúng phiên bản', 'The shell provides the shared libraries in these ranges'),
  remedy: both(
    'Đặt phiên bản trong package.json theo vỏ tỉnh rồi dựng lại.',
    'Set the version in package.json to what the shell provides and build again.',
  ),
  *check({ manifest }, { provided }) {
    if (!manifest || manifest.sandboxed) return;
    for (const [name, range] of Object.entries(manifest.shared)) {
      const version = provided[name];
      if (version && validRange(range) && satisfies(version, range)) continue;
      yield {
        file,
        message: both(
          `Cần ${name} ${range}, vỏ tỉnh có ${version ?? 'không'}`,
          `Needs ${name} ${range}, the shell has ${version ?? 'none'}`,
        ),
      };
    }
  },
};

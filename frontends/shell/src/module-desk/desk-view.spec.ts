import { describe, expect, it } from 'vitest';
import { diffLines, isTroubled, releaseVerdict, verdictOf } from './desk-view.js';

const stable = { release: '1.0.0-a', version: '1.0.0', since: '2025-12-04T01:00:00Z' };

describe('how a module does', () => {
  it.each([
    [{ killed: 'lỗi', stable, health: { sessions: 9, failed: 0 }, canary: stable }, 'killed'],
    [{ killed: null, stable: null, health: null, canary: null }, 'unused'],
    [{ killed: null, stable, health: { sessions: 100, failed: 2 }, canary: null }, 'trouble'],
    [{ killed: null, stable, health: { sessions: 100, failed: 1 }, canary: stable }, 'canary'],
    [{ killed: null, stable, health: { sessions: 0, failed: 0 }, canary: null }, 'running'],
    [{ killed: null, stable, health: null, canary: null }, 'running'],
  ])('%j is %s', (module, word) => {
    expect(verdictOf(module).word).toBe(word);
  });

  it('PF-02 says nothing about a release nobody opened', () => {
    expect(isTroubled({ sessions: 0, failed: 0 })).toBe(false);
  });
});

describe('what a release is now', () => {
  const release = {
    release: '1.0.0-a',
    version: '1.0.0',
    contract: '1.1.0',
    publishedAt: '',
    publishedBy: '',
    bytes: 0,
    signedBy: null,
    killed: null,
    failedAt: null,
    operations: 0,
    channels: [],
    health: null,
    crashes: [],
  };
  it.each([
    [{ channels: ['stable' as const] }, 'stable'],
    [{ channels: ['canary' as const] }, 'canary'],
    [{ channels: ['stable' as const], killed: 'lỗi' }, 'killed'],
    [{ failedAt: '2025-12-04T01:00:00Z' }, 'failed'],
    [{}, 'kept'],
  ])('%j is %s', (change, word) => {
    expect(releaseVerdict({ ...release, ...change }).word).toBe(word);
  });
});

it('a difference lists what comes, what goes, what is another', () => {
  const none = { added: [], removed: [] };
  const diff = {
    from: 'a',
    to: 'b',
    contract: { from: '1.0.0', to: '1.1.0' },
    permissions: { added: ['plan:read'], removed: ['award:read'] },
    pages: none,
    operations: none,
    shared: { ...none, changed: ['vue ^3.5.0 → ^3.6.0'] },
    files: none,
  };
  expect(diffLines(diff, 'permissions')).toEqual([
    { sign: '+', text: 'plan:read' },
    { sign: '−', text: 'award:read' },
  ]);
  expect(diffLines(diff, 'shared')).toEqual([{ sign: '≠', text: 'vue ^3.5.0 → ^3.6.0' }]);
});

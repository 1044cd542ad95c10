import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isTest, scriptOf, sources, read } from './tree.js';

const FILE_LIMIT = 400;
const FUNCTION_LIMIT = 80;

function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = source.getLineAndCharacterOfPosition(node.end).line - source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (lines > FUNCTION_LIMIT)
        found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('small on purpose', () => {
  it(`no file is longer than ${FILE_LIMIT} lines`, () => {
    const long = sources.map((file) => ({ file, lines: read(file).split('\n').length })).filter(({ lines }) => lines > FILE_LIMIT);
    expect(long).toEqual([]);
  });

  it(`no function is longer than ${FUNCTION_LIMIT} lines (tests' describe blocks apart)`, () => {
    expect(sources.filter((file) => !isTest(file)).flatMap(longFunctions)).toEqual([]);
  });
});

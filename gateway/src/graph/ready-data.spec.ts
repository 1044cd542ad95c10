import { expect, it } from 'vitest';
import { ReadyData, stringifyAnswer } from './ready-data.js';

it('writes an answer with its errors and extensions as any JSON', () => {
  const data = new ReadyData('{"a":"ố"}');
  const rest = { errors: [{ message: 'x' }], extensions: { valueCompletion: [] } };
  expect(JSON.parse(stringifyAnswer({ data, ...rest }))).toEqual({ data: { a: 'ố' }, ...rest });
  expect(stringifyAnswer({ data: null, errors: [{ message: 'x' }] })).toBe('{"data":null,"errors":[{"message":"x"}]}');
  expect(JSON.stringify(data)).toBe('{"a":"ố"}');
});

import { describe, expect, it } from 'vitest';
import { describeError } from './describeError.ts';

describe('describeError', () => {
  it('tells name, code and place', () => {
    const error = Object.assign(new TypeError('boom'), { code: 'E_BOOM' });
    const [first, second] = describeError(error).split('\n');
    expect(first).toBe('TypeError E_BOOM');
    expect(second).toContain('describeError.test.ts');
  });

  it('leaves out the message, in the stack too', () => {
    expect(describeError(new Error('token hunter2\nsecond line hunter2'))).not.toContain('hunter2');
  });

  it('names the type of anything else', () => {
    expect(describeError('hunter2')).toBe('a string was thrown');
  });
});

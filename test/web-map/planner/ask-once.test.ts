import { describe, expect, it, vi } from 'vitest';
import { createAskOnce } from '../../../web-map/planner/state/ask-once.ts';

describe('asking for each part once', () => {
  it('asks again only for another question', async () => {
    const once = createAskOnce(() => true);
    const find = vi.fn(async () => 1);
    const show = vi.fn();
    await once.ask('before', { meters: 500 }, find, show);
    await once.ask('before', { meters: 500 }, find, show);
    expect([find.mock.calls.length, show.mock.calls.length]).toEqual([1, 1]);
    await once.ask('before', { meters: 600 }, find, show);
    await once.ask('after', { meters: 600 }, find, show);
    expect(show).toHaveBeenCalledTimes(3);
  });

  it('drops an answer that was under way when the data changed, and asks the same once more', async () => {
    const once = createAskOnce(() => true);
    const shown: string[] = [];
    const show = (answer: string) => shown.push(answer);
    let answerOld = (_answer: string): void => {};
    const old = once.ask(
      'before',
      'same',
      () => new Promise<string>((resolve) => (answerOld = resolve)),
      show,
    );
    once.forget();
    answerOld('of data that are gone');
    await old;
    await once.ask('before', 'same', async () => 'of the new data', show);
    expect(shown).toEqual(['of the new data']);
  });

  it('asks nothing while there are no data', async () => {
    const find = vi.fn(async () => 1);
    await createAskOnce(() => false).ask('before', 'same', find, () => {});
    expect(find).not.toHaveBeenCalled();
  });
});

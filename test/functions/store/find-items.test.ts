import { afterEach, describe, expect, it } from 'vitest';
import { dynamo } from '../../../functions/runtime/dynamo.ts';
import { findItems } from '../../../functions/store/find-items.ts';
import { subdistrictKey } from '../../../functions/store/keys.ts';
import { saveSubdistrict } from '../../../functions/store/save-subdistrict.ts';
import { sampleSubdistrict } from '../../support/sample-subdistrict.ts';

/** Leaves every key unread for a number of answers, as a throttled table does; the engine never would. */
const leaveUnread = (times: number) => {
  let left = times;
  dynamo.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'BatchGetItemCommand' || left-- <= 0) return next(args);
      const { RequestItems } = args.input as { RequestItems: object };
      return {
        output: { Responses: {}, UnprocessedKeys: RequestItems, $metadata: {} },
        response: {},
      } as never;
    },
    { step: 'initialize', name: 'leaveUnread' },
  );
};

afterEach(() => {
  dynamo.middlewareStack.remove('leaveUnread');
});

const code = '310105001';

describe('findItems', () => {
  it('answers in the order asked for, with undefined for what is not there', async () => {
    await saveSubdistrict(sampleSubdistrict());
    const items = await findItems(
      [subdistrictKey('999999999'), subdistrictKey(code), subdistrictKey(code)],
      'subdistrict',
    );
    expect(items.map((item) => item?.PK?.S)).toEqual([undefined, `SUB#${code}`, `SUB#${code}`]);
  });

  it('asks again for what a batch left unread', async () => {
    leaveUnread(2);
    const [item] = await findItems([subdistrictKey(code)]);
    expect(item?.PK?.S).toBe(`SUB#${code}`);
  });

  it('gives up in the end, and says that the table is not available', async () => {
    leaveUnread(Number.POSITIVE_INFINITY);
    await expect(findItems([subdistrictKey(code)])).rejects.toMatchObject({ code: 'unavailable' });
  });
});

import { call } from './session-store.ts';

/** Saves everything that is stored about oneself as a file. */
export const saveOwnData = async (): Promise<void> => {
  const { next: more, ...data } = await call('exportMe');
  for (let cursor = more; cursor !== undefined; ) {
    const { changes, next } = await call('exportMe', { query: { cursor } });
    data.changes.push(...changes);
    cursor = next;
  }
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'nuanxin-my-data.json';
  link.click();
  // Safari still reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/**
 * Asks for each part once while its question stays the same. An answer that comes after `forget` was meant for data that
 * are gone: it is neither shown nor kept. Nothing is asked while `isReady` says no.
 */
export const createAskOnce = (isReady: () => boolean) => {
  const answered = new Map<string, string>();
  let data = 0;
  return {
    async ask<Answer>(
      part: string,
      question: unknown,
      find: () => Promise<Answer>,
      show: (answer: Answer) => void,
    ): Promise<void> {
      const text = JSON.stringify(question);
      if (!isReady() || answered.get(part) === text) return;
      const asked = data;
      const answer = await find();
      if (asked !== data) return;
      show(answer);
      answered.set(part, text);
    },
    forget(): void {
      data += 1;
      answered.clear();
    },
  };
};

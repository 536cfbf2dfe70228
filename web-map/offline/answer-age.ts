/**
 * When the service gave an answer, and whether it is an old one that the service worker gave because
 * nothing newer could be had. Without a `Date` header, `now`.
 */
export const answerAge = (
  headers: { get(name: string): string | null },
  now: Date,
): { answeredAt: Date; stale: boolean } => {
  const answered = Date.parse(headers.get('date') ?? '');
  return {
    answeredAt: Number.isNaN(answered) ? now : new Date(answered),
    stale: headers.get('x-stale') !== null,
  };
};

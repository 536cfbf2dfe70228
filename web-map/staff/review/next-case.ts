/**
 * The case to look at after the open one. One that has just left the list, decided, is followed by what now stands in
 * its place.
 */
export function nextCase(
  cases: readonly { id: string }[],
  open: string | undefined,
  lastIndex: number,
): string | undefined {
  if (open === undefined) return cases[0]?.id;
  const index = cases.findIndex(({ id }) => id === open);
  if (index >= 0) return cases[index + 1]?.id;
  return cases[Math.min(lastIndex, cases.length - 1)]?.id;
}

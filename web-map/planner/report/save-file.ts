/** Saves a value as a file of JSON. */
export const saveFile = (name: string, value: unknown): void => {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(value, null, 1)], { type: 'application/geo+json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari still reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Saves a file. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari still reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** A value as GeoJSON. */
export const geojsonBlob = (value: unknown): Blob =>
  new Blob([JSON.stringify(value, null, 1)], { type: 'application/geo+json' });

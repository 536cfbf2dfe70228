/** A file of GeoJSON; what its features, and the system it declares, are worth is judged where they are sent. */
export type Collection = { type: 'FeatureCollection'; features: unknown[]; crs?: unknown };

/** Why a file is not taken. */
export type Refusal = 'too_large' | 'unreadable';

/** The collection in a file of at most `mostBytes`; rejects where it is no JSON at all. */
export async function readCollection(file: File, mostBytes: number): Promise<Collection | Refusal> {
  if (file.size > mostBytes) return 'too_large';
  // `text()` takes off the mark that some programs put in front.
  const read = JSON.parse(await file.text()) as Partial<Collection> | null;
  return read?.type === 'FeatureCollection' && Array.isArray(read.features)
    ? (read as Collection)
    : 'unreadable';
}

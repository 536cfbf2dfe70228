/** The sentences that the map itself says, in the page's language. */
export type MapWords = {
  /** Name of the map for a screen reader; it should say that the list holds the same places. */
  map: string;
  zoomIn: string;
  zoomOut: string;
  /** Attribution of the bundled sketch. */
  sketchAttribution: string;
  /** In front of a map review number: 审图号. */
  reviewNumber: string;
  /** Beside the label of a selected place that is an example: 示例. */
  illustrative: string;
};

/** The same out of a page's dictionary; `map` names the one map. */
export const mapWordsOf = (
  words: Record<'zoomIn' | 'zoomOut' | 'sketchShort' | 'reviewNumberPrefix' | 'illustrative', string>,
  map: string,
): MapWords => ({
  map,
  zoomIn: words.zoomIn,
  zoomOut: words.zoomOut,
  sketchAttribution: words.sketchShort,
  reviewNumber: words.reviewNumberPrefix,
  illustrative: words.illustrative,
});

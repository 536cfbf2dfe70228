import type { SampleStreets, Tags } from './sample-streets.ts';

/** Streets as a file of OpenStreetMap's XML, a line each, which says what it is. */
export const streetsAsOsm = ({ points, ways }: SampleStreets, date: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<osm version="0.6" timestamp="${date}T00:00:00Z">`,
    '<!-- Illustrative: eight roads, generalised, © OpenStreetMap contributors (ODbL); lanes drawn by a rule, not real. -->',
    ...points.map(({ position: [lng, lat], tags }, index) =>
      element(`node id="${index + 1}" lat="${lat}" lon="${lng}"`, tagsOf(tags)),
    ),
    ...ways.map(({ points: over, tags }, index) =>
      element(
        `way id="${index + 1}"`,
        over.map((point) => `<nd ref="${point + 1}"/>`).join('') + tagsOf(tags),
      ),
    ),
    '</osm>',
    '',
  ].join('\n');

const element = (opening: string, inside: string): string =>
  inside ? `<${opening}>${inside}</${opening.split(' ')[0]}>` : `<${opening}/>`;

const tagsOf = (tags: Tags): string =>
  Object.entries(tags)
    .map(([key, value]) => `<tag k="${key}" v="${value}"/>`)
    .join('');

import { DomainError } from '../../shared/api/problem.ts';
import { compareWithCircle } from '../../shared/coverage/network/compare-with-circle.ts';
import { localPlane } from '../../shared/coverage/network/local-plane.ts';
import type { StreetNetwork } from '../../shared/coverage/network/street-network.ts';
import { isWithin } from '../../shared/geo/polygon.ts';
import type { Subdistrict } from '../../shared/subdistrict/subdistrict.ts';
import { saveNetwork } from '../store/networks.ts';
import { listSubdistricts } from '../store/subdistricts.ts';
import { type CommandIo, lineWriters, type Say } from './console/command-io.ts';
import { runReported } from './console/run-reported.ts';
import { boxOf, type Collected } from './network/collect-streets.ts';
import { kilobytesOf, makeNetwork } from './network/make-network.ts';
import { readNetworkOptions } from './network/network-options.ts';
import type { NetworkSentences } from './network/sentences-zh.ts';
import { isPartial } from './network/why-no-streets.ts';

/** The distances of the planning standards that the streets are compared at. */
const RADII_METERS = [300, 500, 1000];

/**
 * `npm run network -- FILE --subdistrict CODE`: makes the street network of a subdistrict from a file of OpenStreetMap
 * and stores it in the place of an earlier one. Answers the exit code.
 */
export const run = (args: string[], io: CommandIo): Promise<number> => {
  const { print, complain } = lineWriters(io);
  return runReported(complain, async () => {
    const { say, options } = readNetworkOptions(args);
    if (!options) {
      print(say.usage());
      return 0;
    }
    const { file, marginMeters } = options;
    const known = (await listSubdistricts()).map(({ subdistrict }) => subdistrict);
    const subdistrict = known.find(({ code }) => code === options.subdistrict);
    if (!subdistrict) throw new DomainError('invalid_request', say.noSubdistrict(options.subdistrict));
    const made = await makeNetwork(
      { file, subdistrict, known, marginMeters, from: { ...options.from, date: options.date } },
      say,
    );
    const { network, packed, facts, collected, leftOut } = made;
    tellWays(collected, subdistrict, say, print);
    const [longest] = leftOut;
    if (longest) {
      const total = leftOut.reduce((sum, island) => sum + island.meters, 0);
      const position = longest.position.map((degrees) => degrees.toFixed(5)).join(',');
      print(say.islands(leftOut.length, total, longest.meters, position));
    }
    const { nodes, edges, meters, date } = facts;
    print(say.network(nodes, edges, meters, kilobytesOf(packed.length)));
    tellCircles(network, subdistrict, say, print);
    if (options.isDryRun) {
      print(say.dryRun());
      return 0;
    }
    await saveNetwork(subdistrict.code, packed, { ...facts, savedAt: new Date().toISOString() });
    print(say.saved(subdistrict.name, date));
    return 0;
  });
};

const tellWays = (
  { ways, extent }: Collected,
  { name, outline }: Subdistrict,
  say: NetworkSentences,
  print: Say,
): void => {
  print(say.ways(ways.walked));
  for (const [code, count] of [...ways.leftOut].sort(([, a], [, b]) => b - a))
    print(say.leftOut(code, count));
  if (extent && isPartial(extent, boxOf(outline))) print(say.partial(name));
};

/** What straight lines would claim too much here: the first thing to know about a network. */
const tellCircles = (
  network: StreetNetwork,
  { outline }: Subdistrict,
  say: NetworkSentences,
  print: Say,
): void => {
  const { toPosition } = localPlane(network.origin);
  const isInside = (x: number, y: number) => isWithin(toPosition(x, y), outline, 0);
  const compared = RADII_METERS.flatMap((radius) => compareWithCircle(network, radius, isInside) ?? []);
  if (compared.length > 0) print(say.circles());
  for (const { radiusMeters, reachableShare, unknownShare, detour, samples } of compared) {
    print(say.circle(radiusMeters, reachableShare, unknownShare, detour, samples));
  }
};

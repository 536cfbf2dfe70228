import { distanceMeters } from '../../shared/geo/distance.ts';
import type { Position } from '../../shared/geo/position.ts';
import { tilesOfDisc } from '../../shared/geo/tile.ts';
import { DUPLICATE_RADIUS_METERS } from '../../shared/place/duplicate.ts';
import { SIMILAR_NAMES } from '../../shared/place/name-similarity.ts';
import { isOnMap, type PlaceFeature, placeFeature } from '../../shared/place/place-summary.ts';
import type { Suspect } from '../../shared/registration/case.ts';
import { nameLikeness } from '../../shared/registration/name-likeness.ts';
import { placedAt } from '../../shared/registration/picked-position.ts';
import type { Registration } from '../../shared/registration/registration.ts';
import { findPlaceIdOfLicence } from '../store/licences.ts';
import { findPlace } from '../store/places.ts';
import { listTileFeatures } from '../store/tile-features.ts';

/** A place on the map and how far away it is. */
export type Neighbour = { place: PlaceFeature; distanceMeters: number };

/** What is on the map within a radius of a WGS-84 position, nearest first. */
export const neighboursOf = async (position: Position, radiusMeters: number): Promise<Neighbour[]> => {
  const tiles = await Promise.all(tilesOfDisc(position, radiusMeters).map(listTileFeatures));
  return tiles
    .flat()
    .map((place) => ({ place, distanceMeters: distanceMeters(position, place.geometry.coordinates) }))
    .filter((near) => near.distanceMeters <= radiusMeters)
    .sort((a, b) => a.distanceMeters - b.distanceMeters);
};

/**
 * Places on the map that a registration may be a double of: by its licence, or within 100 m under a name that is
 * written or spoken alike. Its own place is none. By licence first, then nearest first.
 */
export const findSuspects = async ({
  application,
  place: own,
}: Pick<Registration, 'application' | 'place'>): Promise<Suspect[]> => {
  const { name, licenceCode } = application;
  const position = application.position && placedAt(application.position).position;
  const sameLicence = licenceCode === undefined ? undefined : await findPlaceIdOfLicence(licenceCode);
  const near = position && name ? await neighboursOf(position, DUPLICATE_RADIUS_METERS) : [];
  const similarityOf = ({ place }: Neighbour) => nameLikeness(name ?? '', place.properties.name);
  const alike = near
    .filter((it) => it.place.id !== own && it.place.id !== sameLicence)
    .map((it) => ({ id: it.place.id, similarity: similarityOf(it) }))
    .filter(({ similarity }) => similarity >= SIMILAR_NAMES);
  const found = [
    ...(sameLicence === undefined || sameLicence === own ? [] : [{ id: sameLicence, similarity: 1 }]),
    ...alike,
  ];
  const suspects = found.map(async ({ id, similarity }): Promise<Suspect[]> => {
    const place = await findPlace(id);
    if (!place || !isOnMap(place)) return [];
    return [
      {
        place: placeFeature(place),
        distanceMeters: position ? Math.round(distanceMeters(position, place.position)) : 0,
        similarity,
        sameLicence: id === sameLicence,
        claimable: place.owner === undefined,
      },
    ];
  });
  return (await Promise.all(suspects)).flat();
};

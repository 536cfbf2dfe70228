/** What is tagged on a way or a node of OpenStreetMap. */
export type Tags = ReadonlyMap<string, string>;

/** Holds where each key has one of its values; `ANY` stands for every value. */
type Condition = Readonly<Record<string, readonly string[]>>;

/** A rule applies where all of `when` holds and nothing of `unless`; of several, the first decides. */
export type WalkingRule = {
  code: string;
  walks: boolean;
  because: string;
  when: Condition;
  unless?: Condition;
};

const ANY = ['*'];

/** Whoever has this on a way says plainly that people walk there. */
const FOOT_YES = ['yes', 'designated', 'permissive', 'official', 'destination'];

/** Whoever has this keeps the public out. */
const CLOSED = [
  'no',
  'private',
  'customers',
  'permit',
  'members',
  'military',
  'delivery',
  'agricultural',
  'forestry',
];

const PAVEMENT: Condition = {
  sidewalk: ['both', 'left', 'right', 'yes'],
  'sidewalk:both': ['yes'],
  'sidewalk:left': ['yes'],
  'sidewalk:right': ['yes'],
};

/**
 * On which ways of OpenStreetMap people walk, and why. One-way streets are walked both ways. Tags and their meaning:
 * https://wiki.openstreetmap.org/wiki/Key:highway and Key:access.
 */
export const WALKING_RULES: readonly WalkingRule[] = [
  {
    code: 'not_there',
    walks: false,
    because: 'it is planned, being built, given up, or no way for people at all',
    when: {
      highway: [
        'construction',
        'proposed',
        'planned',
        'abandoned',
        'disused',
        'razed',
        'raceway',
        'bus_guideway',
        'busway',
        'escape',
        'emergency_bay',
        'rest_area',
        'services',
        'platform',
        'no',
      ],
    },
  },
  {
    code: 'foot_forbidden',
    walks: false,
    because: 'walking is forbidden, or goes along a pavement that is drawn as a way of its own',
    when: { foot: [...CLOSED, 'use_sidepath'] },
  },
  {
    code: 'foot_allowed',
    walks: true,
    because: 'walking is allowed in so many words, whatever holds for others',
    when: { highway: ANY, foot: FOOT_YES },
  },
  {
    code: 'closed',
    walks: false,
    because: 'the public is kept out: a compound, a depot, barracks',
    when: { access: CLOSED },
  },
  {
    code: 'motorway',
    walks: false,
    because: 'motorways and elevated roads have no pavement, and walking on them is forbidden',
    when: { highway: ['motorway', 'motorway_link'] },
  },
  {
    code: 'motorroad',
    walks: false,
    because: 'a road for motor vehicles only',
    when: { motorroad: ['yes'] },
  },
  {
    code: 'trunk',
    walks: false,
    because: 'expressways of a city are mapped as trunk roads: without a pavement nobody walks there',
    when: { highway: ['trunk', 'trunk_link'] },
    unless: PAVEMENT,
  },
  {
    code: 'no_pavement_in_tunnel',
    walks: false,
    because: 'a tunnel said to have no pavement leads under a river or a crossing of roads',
    when: { tunnel: ANY, sidewalk: ['no', 'none'] },
  },
  {
    code: 'no_pavement_on_bridge',
    walks: false,
    because: 'a bridge said to have no pavement is a flyover',
    when: { bridge: ANY, sidewalk: ['no', 'none'] },
  },
  {
    code: 'street',
    walks: true,
    because: 'a street; in a city it has a pavement or a hard shoulder',
    when: {
      highway: [
        'trunk',
        'trunk_link',
        'primary',
        'primary_link',
        'secondary',
        'secondary_link',
        'tertiary',
        'tertiary_link',
        'unclassified',
        'residential',
        'living_street',
        'road',
      ],
    },
  },
  {
    code: 'service',
    walks: true,
    because: 'lanes of neighbourhoods and yards are mapped as service ways',
    when: { highway: ['service', 'track'] },
  },
  {
    code: 'path',
    walks: true,
    because:
      'made for walking; steps are walked, though not by wheels; of a pedestrian area the outline is walked',
    when: { highway: ['footway', 'pedestrian', 'path', 'steps', 'bridleway'] },
  },
  {
    code: 'cycleway',
    walks: true,
    because: 'it runs along a pavement that is seldom drawn on its own',
    when: { highway: ['cycleway'] },
  },
];

/** A point on a way that lets nobody through: the way ends before it and begins again behind it. */
export const BARRIER_RULES: readonly WalkingRule[] = [
  {
    code: 'gate_open_on_foot',
    walks: true,
    because: 'open to walkers',
    when: { barrier: ANY, foot: FOOT_YES },
  },
  {
    code: 'gate_foot_forbidden',
    walks: false,
    because: 'closed to walkers',
    when: { barrier: ANY, foot: CLOSED },
  },
  {
    code: 'gate_closed',
    walks: false,
    because: 'closed to the public',
    when: { barrier: ANY, access: CLOSED },
  },
  { code: 'gate_locked', walks: false, because: 'always locked', when: { barrier: ANY, locked: ['yes'] } },
];

/** The rule that decides about a way; undefined where none does, and nobody walks: no street, or of a kind unknown. */
export const walkingRuleOf = (tags: Tags): WalkingRule | undefined =>
  WALKING_RULES.find((rule) => applies(rule, tags));

/** Whether a point of a way lets nobody through. */
export const isBarred = (tags: Tags): boolean =>
  BARRIER_RULES.find((rule) => applies(rule, tags))?.walks === false;

const applies = ({ when, unless = {} }: WalkingRule, tags: Tags): boolean =>
  Object.keys(when).every((key) => holds(when, key, tags)) &&
  !Object.keys(unless).some((key) => holds(unless, key, tags));

const holds = (condition: Condition, key: string, tags: Tags): boolean => {
  const value = tags.get(key);
  const values = condition[key] ?? [];
  return value !== undefined && (values === ANY ? value !== 'no' : values.includes(value));
};

import { describe, expect, it } from 'vitest';
import {
  BARRIER_RULES,
  isBarred,
  WALKING_RULES,
  walkingRuleOf,
} from '../../../../shared/coverage/network/walking-rules.ts';

const tags = (of: Record<string, string>) => new Map(Object.entries(of));

describe('walking rules', () => {
  it.each([
    ['a street of houses', { highway: 'residential' }],
    ['a one-way street', { highway: 'primary', oneway: 'yes' }],
    ['steps', { highway: 'steps' }],
    ['a footway', { highway: 'footway' }],
    ['the outline of a pedestrian area', { highway: 'pedestrian', area: 'yes' }],
    ['a living street', { highway: 'living_street' }],
    ['a lane of a neighbourhood', { highway: 'service', service: 'driveway' }],
    ['a private lane open to walkers', { highway: 'service', access: 'private', foot: 'yes' }],
    ['a trunk road with a pavement', { highway: 'trunk', sidewalk: 'both' }],
    ['a motorway that says people walk there', { highway: 'motorway', foot: 'designated' }],
    ['a tunnel that says nothing of a pavement', { highway: 'secondary', tunnel: 'yes' }],
    ['a street said to be no tunnel', { highway: 'secondary', tunnel: 'no', sidewalk: 'no' }],
  ])('walk %s', (_, of) => {
    expect(walkingRuleOf(tags(of))?.walks).toBe(true);
  });

  it.each([
    ['a motorway', { highway: 'motorway' }, 'motorway'],
    ['its ramp', { highway: 'motorway_link' }, 'motorway'],
    ['a trunk road without a pavement', { highway: 'trunk', sidewalk: 'no' }, 'trunk'],
    ['a trunk road whose pavement is drawn by itself', { highway: 'trunk', sidewalk: 'separate' }, 'trunk'],
    ['a street where walking is forbidden', { highway: 'secondary', foot: 'no' }, 'foot_forbidden'],
    ['a footway of a compound', { highway: 'footway', access: 'private' }, 'closed'],
    ['a road under construction', { highway: 'construction', foot: 'yes' }, 'not_there'],
    [
      'a tunnel without a pavement',
      { highway: 'primary', tunnel: 'yes', sidewalk: 'no' },
      'no_pavement_in_tunnel',
    ],
    ['a road for motor vehicles', { highway: 'primary', motorroad: 'yes' }, 'motorroad'],
    ['a kind nobody knows', { highway: 'hyperloop' }, undefined],
    ['a railway, though people may cross it', { railway: 'rail', foot: 'yes' }, undefined],
  ])('leave out %s', (_, of, code) => {
    const rule = walkingRuleOf(tags(of));
    expect(rule?.walks ?? false).toBe(false);
    expect(rule?.code).toBe(code);
  });

  it('end a way at a gate that is closed to the public, and lead through one that says nothing', () => {
    expect(isBarred(tags({ barrier: 'gate', access: 'private' }))).toBe(true);
    expect(isBarred(tags({ barrier: 'gate', locked: 'yes' }))).toBe(true);
    expect(isBarred(tags({ barrier: 'gate', access: 'private', foot: 'yes' }))).toBe(false);
    expect(isBarred(tags({ barrier: 'gate' }))).toBe(false);
    expect(isBarred(tags({ highway: 'crossing', access: 'private' }))).toBe(false);
  });

  it('each give a reason and a code of their own', () => {
    const rules = [...WALKING_RULES, ...BARRIER_RULES];
    expect(rules.every(({ because }) => because.length > 0)).toBe(true);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { narrow } from '../../../web-map/planner/state/address.ts';
import { askedMeters, askedMinutes } from '../../../web-map/planner/state/asked-reach.ts';
import { question } from '../../../web-map/planner/state/question.ts';

describe('how far the planner’s page asks', () => {
  it('is minutes at the speed, as many as the interface would take', () => {
    narrow({ meters: undefined, minutes: 30, speed: 'elderly' });
    expect([askedMinutes.value, askedMeters.value]).toEqual([30, 1440]);
    narrow({ speed: 'ebike' });
    expect([askedMinutes.value, askedMeters.value]).toEqual([20, 5000]);
  });

  it('has no speed without minutes', () => {
    narrow({ meters: 500, minutes: undefined, speed: 'walk' });
    const walked = question.value;
    narrow({ speed: 'ebike' });
    expect(question.value).toEqual(walked);
    narrow({ meters: undefined });
    expect(askedMeters.value).toBeUndefined();
  });
});

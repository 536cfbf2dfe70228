import { DISC_METERS, FACILITIES_PER_CLASS, SITES, type StepName } from './coverage-steps.ts';
import { median, quantile, type Row, type Section } from './rows.ts';

/** What some runs of a step took, in milliseconds. */
export type Ran = {
  milliseconds: number[];
  /** Processor time, garbage and compiling included; one value for each run, or their mean where no more is known. */
  processor: number[];
  /** What the last run answered. */
  result: number;
};

/** Where the steps run. */
export type Stage = {
  name: string;
  run: (step: StepName, times: number) => Promise<Ran>;
  /** What heap and typed arrays hold after a collection of garbage, in MB. */
  heldMegabytes: () => Promise<number>;
};

/** The engine of coverage on one stage: a subdistrict, a drag, discs beside turf, siting with its certificate. */
export const coverageSections = async (stage: Stage): Promise<Section[]> => [
  await subdistrict(stage),
  await discs(stage),
  await siting(stage),
];

const subdistrict = async ({ name, run, heldMegabytes }: Stage): Promise<Section> => {
  const prepared = await run('prepare', 5);
  await run('everything', 20);
  const whole = await run('everything', 60);
  await run('drag', 100);
  const drags = await run('drag', 600);
  const held = await heldMegabytes();
  const theirs = await run('turfGaps', 5);
  const rows: Row[] = [
    { what: 'ground of the subdistrict, prepared once', value: median(prepared.milliseconds), unit: 'ms' },
    { what: 'everything of 10 classes, median', value: median(whole.milliseconds), unit: 'ms', most: 60 },
    { what: 'everything of 10 classes, p95', value: quantile(whole.milliseconds, 0.95), unit: 'ms' },
    ...processorRows(whole),
    {
      what: 'turf: gap polygons and area of the 10 classes alone',
      value: median(theirs.milliseconds),
      unit: 'ms',
    },
    { what: 'one facility dragged, median', value: median(drags.milliseconds), unit: 'ms' },
    { what: 'one facility dragged, p99', value: quantile(drags.milliseconds, 0.99), unit: 'ms', most: 16 },
    ...processorRows(drags),
    { what: 'memory held', value: held, unit: 'MB', most: 100 },
  ];
  return {
    title: `Coverage of a subdistrict, ${name}`,
    note: `300 × 300 cells, ${prepared.result.toLocaleString('en')} of them inside, 29 areas, ${FACILITIES_PER_CLASS} facilities a class, the best of ${SITES.toLocaleString('en')} next sites for each class.`,
    rows,
  };
};

/** Processor time beside the clock's: what is left of a number when a busy machine keeps it waiting. */
const processorRows = ({ processor }: Ran): Row[] => [
  {
    what: 'its processor time, mean',
    value: processor.reduce((sum, each) => sum + each, 0) / processor.length,
    unit: 'ms',
  },
  ...(processor.length > 1
    ? [{ what: 'its processor time, p99', value: quantile(processor, 0.99), unit: 'ms' }]
    : []),
];

const discs = async ({ name, run }: Stage): Promise<Section> => {
  await run('discs1000', 5);
  const thousand = await run('discs1000', 21);
  const theirs = await run('turf1000', 1);
  await run('discs5000', 5);
  const five = await run('discs5000', 21);
  const ours = (count: string, ran: Ran, most: number): Row[] => [
    {
      what: `gap polygons and area of ${count} discs, median`,
      value: median(ran.milliseconds),
      unit: 'ms',
      most,
    },
    ...processorRows(ran),
  ];
  return {
    title: `Discs of ${DISC_METERS} m in a box of 30 km, ${name}`,
    note: 'Cells of 25 m.',
    rows: [
      ...ours('1,000', thousand, 16),
      {
        what: '@turf/union of the same 1,000 as polygons of 64 corners',
        value: median(theirs.milliseconds),
        unit: 'ms',
      },
      // Corners of turf's circles lie on the rim: a polygon of 64 is smaller than its circle by 0.16 %.
      { what: 'covered area against turf', value: (thousand.result / theirs.result - 1) * 100, unit: '%' },
      ...ours('5,000', five, 40),
    ],
  };
};

const siting = async ({ name, run }: Stage): Promise<Section> => {
  const rows: Row[] = [];
  for (const meters of [150, 300, 500] as const) {
    const { milliseconds, result } = await run(`site${meters}`, 5);
    const what = `20 of ${SITES.toLocaleString('en')} sites, ${meters} m`;
    rows.push({ what, value: median(milliseconds), unit: 'ms', most: 1000 });
    rows.push({ what: `certified, ${meters} m`, value: result * 100, unit: '%', most: 5 });
  }
  return { title: `Siting with a certificate, ${name}`, note: 'Some 20,000 cells with people.', rows };
};

import { writeAnew } from '../../functions/photos/picture/write-anew.ts';
import { halves, jpeg } from '../support/sample-pictures.ts';
import { median, type Section } from './rows.ts';

const RUNS = 5;

/** A picture of a phone, written anew in its two sizes. */
export const photos = async (): Promise<Section[]> => {
  const file = await jpeg(grain(4000, 3000));
  await writeAnew(file);
  const clock: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await writeAnew(file);
    const { user, system } = process.cpuUsage(used);
    clock.push(performance.now() - started);
    processor.push((user + system) / 1000);
  }
  return [
    {
      title: 'Photos',
      note: `Twelve million pixels with grain, ${(file.length / 1e6).toFixed(1)} MB; medians of ${RUNS} after one to warm up.`,
      rows: [
        { what: '12 MP in two sizes, median', value: median(clock), unit: 'ms', most: 5000 },
        { what: 'its processor time, median', value: median(processor), unit: 'ms' },
      ],
    },
  ];
};

/** Two colours with the grain of a sensor, which is what makes a photo slow to pack. */
const grain = (width: number, height: number) => {
  const pixels = halves(width, height);
  for (let index = 0; index < pixels.data.length; index += 4)
    pixels.data[index] = (index * 2654435761) >>> 24;
  return pixels;
};

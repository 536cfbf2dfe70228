/** A process that approves one case after the other: `{ headers, ids }` as JSON in its only argument. */
import { approveAs } from './registration-desk.ts';

const { headers, ids } = JSON.parse(process.argv[2] ?? '') as {
  headers: { authorization: string };
  ids: string[];
};

for (const id of ids) await approveAs({ headers }, id);

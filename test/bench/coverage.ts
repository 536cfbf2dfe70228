import { withBrowserStage } from './coverage-in-browser.ts';
import { coverageInLambda } from './coverage-in-lambda.ts';
import { nodeStage } from './coverage-in-node.ts';
import { coverageSections } from './coverage-sections.ts';
import type { Section } from './rows.ts';

/** The engine of coverage in Node, the same in a browser's worker, and the function that answers with it. */
export const coverage = async (): Promise<Section[]> => [
  ...(await coverageSections(nodeStage())),
  ...(await withBrowserStage(coverageSections)),
  await coverageInLambda(),
];

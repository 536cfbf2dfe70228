import { join } from 'node:path';
import { settingsFrom } from './settings.ts';
import { addStacks, createApp } from './stacks.ts';

const app = createApp();
try {
  addStacks(app, settingsFrom(app.node), join(import.meta.dirname, '../dist/functions'));
} catch (fault) {
  // What the operator can mend is in the sentence; the stack trace would push it off the screen.
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
app.synth();

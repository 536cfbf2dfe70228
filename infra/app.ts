import { join } from 'node:path';
import { settingsFrom } from './settings.ts';
import { addStacks, createApp } from './stacks.ts';

const app = createApp();
addStacks(app, settingsFrom(app.node), join(import.meta.dirname, '../dist/functions'));
app.synth();

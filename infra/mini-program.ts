import { parseArgs } from 'node:util';
import { buildMiniProgram, miniProgramFolder } from './bundle/mini-program.ts';
import { Refusal, runMain } from './local/refusal.ts';

const USAGE = `npm run mini-program -- --origin https://map.example.cn [--app-id wx…] [--template ID …]
  --origin    where the site and its API answer (default: the local system)
  --app-id    the AppID of the mini-program; without it the developer tools open it as a visitor
  --template  a subscription template, up to three times`;

/** `npm run mini-program`: builds the phone's shell for one installation. */
async function build(args: string[]): Promise<void> {
  const { origin, appId, templates } = readOptions(args);
  await buildMiniProgram({ origin, appId, templates });
  console.log(`${miniProgramFolder} speaks to ${origin}`);
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        origin: { type: 'string', default: 'http://127.0.0.1:8787' },
        'app-id': { type: 'string' },
        template: { type: 'string', multiple: true, default: [] },
      },
    });
    const { origin } = new URL(values.origin);
    if (values.template.length > 3) throw new Error('at most three templates');
    return { origin, appId: values['app-id'], templates: values.template };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

await runMain(async () => {
  await build(process.argv.slice(2));
  return 0;
});

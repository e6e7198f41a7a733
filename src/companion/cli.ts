// `postern`: the command line. Built to dist/companion/cli.js; the scripts in launch/ start it.
import { version } from '../../package.json';
import { assertNever } from '#domain/assertNever.ts';
import { check } from './check/check.ts';
import { HELP, parseCommand } from './command/options.ts';
import type { Command } from './command/options.ts';
import { printGateways } from './command/printGateways.ts';
import { serve } from './command/serve.ts';
import { explainStartProblem } from './command/explainStartProblem.ts';

async function runCommand(command: Command): Promise<void> {
  switch (command.kind) {
    case 'help':
      console.log(HELP);
      return;
    case 'version':
      console.log(version);
      return;
    case 'problem':
      console.error(`${command.message}\n\n${HELP}`);
      process.exitCode = 2;
      return;
    case 'gateways':
      await printGateways(command.port);
      return;
    case 'check':
      process.exitCode = await check(command.args, {
        stdout: process.stdout,
        stderr: process.stderr,
        environment: process.env,
      });
      return;
    case 'serve':
      await serve(command.options);
      return;
    default:
      assertNever(command);
  }
}

try {
  await runCommand(parseCommand(process.argv.slice(2)));
} catch (error) {
  console.error(explainStartProblem(error));
  process.exit(1);
}

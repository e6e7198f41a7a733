import { describe, expect, it } from 'vitest';
import { parseCommand } from './options.ts';

const DEFAULTS = {
  host: '127.0.0.1',
  port: 4100,
  opensBrowser: true,
  startsGateways: true,
  gatewaysPort: 4110,
  allowedTargets: [],
  profilesPath: null,
  envFile: null,
  printsJson: false,
};

describe('parseCommand', () => {
  it('serves on 127.0.0.1:4100 when nothing is said', () => {
    expect(parseCommand([])).toEqual({ kind: 'serve', options: DEFAULTS });
  });

  it('reads every option of npm start', () => {
    expect(
      parseCommand(
        (
          '--port 4200 --no-open --no-gateways --host 0.0.0.0 --json ' +
          '--profiles ./postern.profiles.json --env-file ./secrets.env ' +
          '--allow-target intranet.example --allow-target 10.0.0.9:8443'
        ).split(' '),
      ),
    ).toEqual({
      kind: 'serve',
      options: {
        host: '0.0.0.0',
        port: 4200,
        opensBrowser: false,
        startsGateways: false,
        gatewaysPort: 4210,
        allowedTargets: ['intranet.example', '10.0.0.9:8443'],
        profilesPath: './postern.profiles.json',
        envFile: './secrets.env',
        printsJson: true,
      },
    });
  });

  it('takes any ports for the gateways too when it takes any port', () => {
    expect(parseCommand(['--port', '0'])).toEqual({
      kind: 'serve',
      options: { ...DEFAULTS, port: 0, gatewaysPort: 0 },
    });
  });

  it('knows gateways, help and version', () => {
    expect(parseCommand(['gateways'])).toEqual({ kind: 'gateways', port: 4110 });
    expect(parseCommand(['gateways', '--port', '5000'])).toEqual({ kind: 'gateways', port: 5000 });
    expect(parseCommand(['check', '--json', 'ws://h/'])).toEqual({
      kind: 'check',
      args: ['--json', 'ws://h/'],
    });
    expect(parseCommand(['--help'])).toEqual({ kind: 'help' });
    expect(parseCommand(['-v'])).toEqual({ kind: 'version' });
  });

  it.each(['', 'http', '-1', '65536', '41.5', '1e3'])('says that "%s" is no port', (port) => {
    expect(parseCommand([`--port=${port}`])).toEqual({
      kind: 'problem',
      message: `--port needs a number from 0 to 65535, not "${port}".`,
    });
  });

  it.each([
    ['--profiles', '--profiles needs a file, for example ./postern.profiles.json.'],
    ['--env-file', '--env-file needs a file, for example ./secrets.env.'],
  ])('says what %s needs', (option, message) => {
    expect(parseCommand([`${option}= `])).toEqual({ kind: 'problem', message });
  });

  it('names an option that it does not know', () => {
    const command = parseCommand(['--prot', '4100']);
    expect(command).toMatchObject({ kind: 'problem' });
    expect(command.kind === 'problem' && command.message).toContain("Unknown option '--prot'");
  });
});

import { randomBytes } from 'node:crypto';
import type { Plugin } from 'vite';
import { parseCommand } from './command/options.ts';
import type { ServeOptions } from './command/options.ts';
import { OWN_VARIABLES } from './environment/ownVariables.ts';
import { SECURITY_HEADERS, pageContentSecurityPolicy } from './guard/securityHeaders.ts';
import { mountCompanion } from './mountCompanion.ts';
import { NONCE_PLACEHOLDER } from './server/pageNonce.ts';

/** Mounts the companion in Vite's dev and preview servers, so that the page has one origin there too. */
export function companionPlugin(): Plugin {
  const options = readOptions();
  return {
    name: 'postern-companion',
    config(_, { command, isPreview }) {
      if (command === 'build') return { html: { cspNonce: NONCE_PLACEHOLDER } };
      // One nonce for as long as the server runs: Vite writes it into pages, scripts and styles by itself.
      const nonce = isPreview === true ? NONCE_PLACEHOLDER : randomBytes(16).toString('base64url');
      const policy = pageContentSecurityPolicy({ nonce, isDevServer: true });
      const server = {
        host: options.host,
        port: options.port,
        headers: { ...SECURITY_HEADERS, 'content-security-policy': policy },
        // Vite's default lets every page of this machine read everything.
        cors: false,
      };
      return { html: { cspNonce: nonce }, server, preview: server };
    },
    async configureServer(server) {
      // Vitest makes a Vite server too.
      if (server.config.mode !== 'test') await mountCompanion(server, options);
    },
    async configurePreviewServer(server) {
      await mountCompanion(server, options);
    },
  };
}

function readOptions(): ServeOptions {
  const args: unknown = JSON.parse(process.env[OWN_VARIABLES.arguments] ?? '[]');
  const command = parseCommand(Array.isArray(args) ? args.map(String) : []);
  if (command.kind === 'serve') return command.options;
  throw new TypeError(command.kind === 'problem' ? command.message : `dev has no option --${command.kind}.`);
}

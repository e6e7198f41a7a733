import { isLoopbackHost } from '../../profile/isLoopbackHost.ts';
import type { Seen } from '../answerRule.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import { findSent } from '../sentCredential.ts';
import { presignedUrl } from './presignedUrl.ts';
import { pathWithoutStage } from './stageName.ts';

/** What one `Forbidden` can mean, likeliest first, each with how to tell it from the others (gateways.md 5.3 and 5.8). */
export function causesOfForbidden({ url, record }: Seen): readonly FixDraft[] {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  // A server on this machine is an emulator, whose paths are those of an execute-api host.
  const isExecuteApi = url.hostname.includes('.execute-api.') || isLoopbackHost(url.hostname);
  return [
    ...(presignedUrl(record) === null ? [] : [CHECK_SIGNATURE]),
    ...(isExecuteApi ? checkStage(parts) : checkMapping(parts)),
    'Not deployed: routes and authorizers take effect when the API is deployed to the stage. If the stage’s deployment is older than the last change, deploy again.',
    findSent(record, 'header', ['x-api-key']) === null
      ? fixBy({ kind: 'add-header', name: 'x-api-key' }, API_KEY_MISSING)
      : 'API key: one was sent. If $connect says “API key required”, check that it is enabled and in a usage plan of this stage.',
    'Denied: only then has the authorizer’s log in CloudWatch this attempt. It returned Deny, or its policy does not name this stage’s $connect (…/{stage}/$connect).',
    ...(isExecuteApi
      ? ['Default endpoint disabled: the API’s settings say so, and then only the custom domain works.']
      : []),
  ];
}

const CHECK_SIGNATURE =
  'Signature: the URL is presigned. If $connect uses IAM, sign it anew for GET on exactly this path, for the service execute-api and the host’s region, and send the query unchanged.';

const API_KEY_MISSING =
  'API key: none was sent. If $connect says “API key required”, send the header x-api-key in the Companion transport; browsers cannot send it.';

function checkStage(parts: readonly string[]): readonly FixDraft[] {
  const [stage] = parts;
  if (stage === undefined)
    return [
      fixBy(
        { kind: 'add-stage' },
        'Add the stage to the URL, for example /dev: without a custom domain it is required.',
      ),
    ];
  if (parts.length > 1) {
    return [
      fixBy(
        { kind: 'set-path', path: `/${stage}` },
        `Remove what follows the stage: after /${stage} only a query may stand.`,
      ),
    ];
  }
  return [`Check the stage: /${stage} must be one of the API’s stages, in the same case.`];
}

function checkMapping(parts: readonly string[]): readonly FixDraft[] {
  const seen = parts.length === 0 ? 'without a path' : `with /${parts.join('/')}`;
  const path = pathWithoutStage(parts);
  return [
    ...(path === null
      ? []
      : [
          fixBy(
            { kind: 'set-path', path },
            `Remove /${parts.at(-1)}, if it is the stage: it looks like one, by its name alone.`,
          ),
        ]),
    `Check the custom domain’s API mappings: one must fit the URL ${seen}. A mapping selects the stage, so do not add the stage.`,
  ];
}

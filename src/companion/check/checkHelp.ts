import { GATEWAY_IDS } from '#domain/gateway/gateways.ts';
import { DEFAULT_REPLY_TIMEOUT_MS } from './parseCheckArguments.ts';
import { MATCH_LIMIT_MS, MAX_MATCHED_BYTES } from './matchReply.ts';

export const CHECK_HELP = `postern check: one opening handshake each, what it said, and what to change

  postern check [options] URL|PROFILE…

  URL       ws:// or wss://, with its query
  PROFILE   a JSON file of one or more profiles, as Postern exports them; FILE#NAME for one of them

The request
  -H, --header "Name: value"   may be given more than once
  --subprotocol NAME           may be given more than once, in order of preference
  --origin ORIGIN              send an Origin header
  --gateway ID                 ${GATEWAY_IDS.join(', ')}; the URL and the answer tell otherwise
  --no-compression             do not offer permessage-deflate
  --timeout MS                 for each step: DNS, TCP, TLS, answer
  --proxy URL|none             in place of HTTPS_PROXY, HTTP_PROXY and NO_PROXY

TLS
  --insecure                   accept any certificate, and say what is wrong with it
  --ca FILE                    trust these certificate authorities too (PEM)
  --cert FILE --key FILE       client certificate and its key (PEM)
  --passphrase-env NAME        the variable that holds the key's passphrase
  --server-name NAME           send this name in TLS and check the certificate against it

What has to come of it
  --expect STATUS              101 when left out; 401, for example, to test that a key is asked for
                               A profile's own expectations are judged as well. One that it be refused stands in
                               place of 101; saved messages that they name are sent once open, in their order
  --send TEXT                  once open, send this text message
  --send-saved NAME            once open, send the profile's saved message of this name
  --expect-reply REGEX         wait for a message that matches (JavaScript, flag u). Of each message the first
                               ${MAX_MATCHED_BYTES / 1024} KiB are looked at, for ${MATCH_LIMIT_MS / 1000} s at most: some expressions never end
  --reply-timeout MS           wait so long for it (${DEFAULT_REPLY_TIMEOUT_MS})

Output
  --json                       one JSON document on standard output
  --junit FILE                 also write a JUnit report
  --verbose                    request and response as on the wire, every check, the certificates
  -h, --help

Secrets
  Write '\${NAME}' (in single quotes) in a URL, header, subprotocol, proxy or message: it is filled in from the variable
  POSTERN_NAME, or else NAME, and $\${NAME} stands for itself. A profile's secrets come from POSTERN_<FIELD>, for
  example POSTERN_SUBSCRIPTION_KEY for subscription-key, or from POSTERN_<PROFILE>_<FIELD> where profiles differ.
  --environment NAME           fill in {{variables}} of a profile from this environment of its file; those that are
                               secrets, or have no value there, come from POSTERN_NAME
  --env-file FILE              more variables, NAME=value a line; the environment goes before it
  Secrets do not appear in the output, in whatever encoding they come back.

Exit status
  0  every handshake opened, or ended as expected, and every expectation of the profiles was met
  1  one was refused, failed, or ended otherwise than expected
  2  the call is wrong; nothing was dialled
`;

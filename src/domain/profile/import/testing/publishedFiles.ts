import asyncApi2 from './published/asyncApi2.yaml?raw';
import asyncApi3 from './published/asyncApi3.yaml?raw';
import brunoRequest from './published/bruno.bru?raw';
import brunoYaml from './published/bruno.yml?raw';
import hoppscotch from './published/hoppscotch.json?raw';
import insomnia4 from './published/insomnia4.yaml?raw';
import insomnia51 from './published/insomnia51.yaml?raw';
import insomnia5 from './published/insomnia5.yaml?raw';
import openApi from './published/openApi.yaml?raw';
import postmanCollection from './published/postmanCollection.json?raw';

/*
 * Files as others have published them, whole or cut: but for the OpenAPI description, nothing in them was changed or added.
 * HAR files are recordings of our own (`harRecordings.ts`).
 */

/** Of asyncapi/spec, examples/2.0.0/websocket-gemini.yml (Apache-2.0): descriptions, most symbols and all schemas cut. */
export const PUBLISHED_ASYNC_API_2 = asyncApi2;

/** Of asyncapi/spec, examples/websocket-gemini-asyncapi.yml (Apache-2.0), cut in the same way. */
export const PUBLISHED_ASYNC_API_3 = asyncApi3;

/** Of usebruno/bruno, tests/websockets/multi-message-bru/fixtures/collection/ws-multi-msg.bru (MIT). */
export const PUBLISHED_BRUNO_REQUEST = brunoRequest;

/** Of usebruno/bruno, tests/websockets/multi-message-yml/fixtures/collection/ws-multi-msg.yml (MIT). */
export const PUBLISHED_BRUNO_YAML = brunoYaml;

/**
 * Of hoppscotch/hoppscotch, packages/hoppscotch-cli/src/__tests__/e2e/fixtures/collections/collection-level-auth-headers-coll.json
 * (MIT): the first of its two collections. Hoppscotch keeps no WebSockets in collections, so all of it is HTTP.
 */
export const PUBLISHED_HOPPSCOTCH = hoppscotch;

/** Of Kong/insomnia, packages/insomnia-smoke-test/fixtures/websockets.yaml (Apache-2.0), as Insomnia 2022.5 exported it. */
export const PUBLISHED_INSOMNIA_4 = insomnia4;

/** The same requests in the newest version of that file, which is in the format of version 5. */
export const PUBLISHED_INSOMNIA_5 = insomnia5;

/** Of Kong/insomnia, packages/insomnia-smoke-test/fixtures/simple.yaml (Apache-2.0), in schema 5.1: cut to four of its seven items. */
export const PUBLISHED_INSOMNIA_51 = insomnia51;

/**
 * After the reference of Crypto.com's Exchange API (exchange-developer.crypto.com, private/advanced/amend-order): a message of its
 * WebSocket described as if it were a POST, at servers that differ by their path alone. Schemas, answers and two servers
 * are cut; its example and descriptions are shorter than there.
 */
export const PUBLISHED_OPEN_API = openApi;

/**
 * Of usebruno/bruno, tests/import/postman/fixtures/postman-import-apikey-query-collection.json (MIT), which Postman exported
 * (v2.1). Postman leaves WebSocket requests out of such files (github.com/postmanlabs/postman-app-support/issues/11252), so
 * all of it is HTTP.
 */
export const PUBLISHED_POSTMAN_COLLECTION = postmanCollection;

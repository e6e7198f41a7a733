// Every gateway that Postern knows, under its id: a new one is a folder and a line here.
export { APIGEE as apigee } from './apigee/apigee.ts';
export { APIM as apim } from './apim/apim.ts';
export { AWS as aws } from './aws/aws.ts';
export { GENERIC as generic } from './generic/generic.ts';
export { IBM as ibm } from './ibm/ibm.ts';
/** The service itself, without API Management before it. */
export { WEB_PUBSUB as webpubsub } from './webpubsub/webpubsub.ts';

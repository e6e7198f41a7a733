import type { OAuthTokenRequest } from '#domain/token/oauthToken.ts';

/** The form of RFC 6749 section 4.4.2, and where asked the credentials of section 2.3.1. */
export function tokenRequestBody(request: OAuthTokenRequest): string {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (request.scope !== '') form.append('scope', request.scope);
  if (request.audience !== '') form.append('audience', request.audience);
  if (request.authentication === 'body') {
    form.append('client_id', request.clientId);
    form.append('client_secret', request.clientSecret);
  }
  for (const { name, value } of request.parameters) form.append(name, value);
  return form.toString();
}

/** `Authorization` of RFC 6749 section 2.3.1: both parts are form-encoded before they are put together. */
export function tokenRequestAuthorization(request: OAuthTokenRequest): string | null {
  if (request.authentication !== 'basic') return null;
  const credentials = `${formEncode(request.clientId)}:${formEncode(request.clientSecret)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** Every form in which the secrets of a request may come back in an answer. */
export function secretsOf(request: OAuthTokenRequest): readonly string[] {
  const { clientSecret, parameters } = request;
  const authorization = tokenRequestAuthorization(request)?.slice('Basic '.length) ?? '';
  const values = [clientSecret, ...parameters.map(({ value }) => value)];
  return [authorization, ...values.flatMap((value) => [value, formEncode(value), encodeURIComponent(value)])];
}

function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

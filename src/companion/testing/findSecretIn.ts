/** Of a value in base64 at a place that is not its own group of three bytes, so many first characters depend on its neighbours. */
const FOREIGN_CHARACTERS = [0, 2, 3] as const;

/** Encodings in one another, as in a URL that is a parameter of a URL in JSON: deeper than that nobody decodes by chance. */
const MAX_LAYERS = 3;

/**
 * The forms in which a secret stands in a text, such as `plain`, `decoded`, `base64url of the JSON form`; none where it does not. Written
 * apart from the code that masks, and the other way round: it decodes the text where that encodes the value.
 */
export function findSecretIn(text: string, secret: string): readonly string[] {
  if (secret === '') throw new Error('An empty secret is found everywhere.');
  const layers = layersOf(text);
  const found = layers.flatMap((layer, index) =>
    layer.includes(secret) ? [index === 0 ? 'plain' : 'decoded'] : [],
  );
  const hidden = spellingsOf(secret).flatMap(([spelling, value]) =>
    hiddenForms(value).flatMap(([form, part]) =>
      layers.some((layer) => layer.includes(part)) ? [`${form} of the ${spelling} form`] : [],
    ),
  );
  return [...new Set([...found, ...hidden])];
}

/** The text, and what it says to whoever undoes percent-encoding, JSON's escapes or HTML's, in any order. */
function layersOf(text: string): readonly string[] {
  const layers = new Set([text]);
  let outer: readonly string[] = [text];
  for (let depth = 0; depth < MAX_LAYERS; depth += 1) {
    outer = outer
      .flatMap((layer) => [percentDecoded(layer), jsonUnescaped(layer), htmlUnescaped(layer)])
      .filter((layer) => !layers.has(layer));
    for (const layer of outer) layers.add(layer);
  }
  return [...layers];
}

/** Runs of `%` and two digits become the UTF-8 that they are; other text stays. */
function percentDecoded(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function jsonUnescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9A-Fa-f]{4})|(["\\/]))/g, (_all, unit?: string, character?: string) =>
    unit === undefined ? (character ?? '') : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

const HTML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function htmlUnescaped(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g,
    (_all, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (HTML_NAMES[name] ?? ''),
  );
}

/** What of a secret may have gone into base64 or hex. */
function spellingsOf(secret: string): readonly (readonly [name: string, value: string])[] {
  return [
    ['plain', secret],
    ['URL', encodeURIComponent(secret)],
    ['query', new URL(`ws://host/?${secret.replaceAll('&', '%26').replaceAll('#', '%23')}`).search.slice(1)],
    ['path', new URL(`ws://host/${secret}`).pathname.slice(1)],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
  ];
}

function hiddenForms(value: string): readonly (readonly [name: string, part: string])[] {
  const bytes = Buffer.from(value);
  const hex = bytes.toString('hex');
  return [
    ...FOREIGN_CHARACTERS.flatMap((foreign, offset) => {
      const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
      // The last character holds bits of what comes after, unless it is the end of a group.
      const whole = Math.floor((shifted.length * 8) / 6);
      return (['base64', 'base64url'] as const).map(
        (encoding) => [encoding, shifted.toString(encoding).slice(foreign, whole)] as const,
      );
    }),
    ['hex', hex],
    ['hex', hex.toUpperCase()],
  ];
}

/** The browser's cryptography, which it gives to pages over https: and from this machine only. */
export function requireSubtle(): SubtleCrypto {
  // The types promise it on every page.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle !== undefined) return subtle;
  throw new Error(
    'The browser signs only on pages that came over https: or from this machine, and this one did not.',
  );
}

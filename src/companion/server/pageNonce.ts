/**
 * Stands in the built index.html where the server puts the nonce of each answer: in Vite's
 * `<meta property="csp-nonce">`, from which the page takes it for the `<style>` elements that it adds.
 */
export const NONCE_PLACEHOLDER = '__POSTERN_NONCE__';

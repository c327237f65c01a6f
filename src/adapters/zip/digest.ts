import type { Digest } from '../../core/ports';

/** SHA-256 of the Web Cryptography API, which browsers (on pages served securely) and Node share. */
export const webDigest: Digest = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

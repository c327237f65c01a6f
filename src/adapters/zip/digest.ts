import type { Digest } from '../../core/ports';
import { sha256 } from '../../core/sha256';

/** SHA-256 of the Web Cryptography API, which Node and browsers share; a page that was not served securely has none, and hashes more slowly. */
export const webDigest: Digest = async (bytes) => {
  const { subtle } = globalThis.crypto;
  if (!(subtle as SubtleCrypto | undefined)) return sha256(bytes);
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

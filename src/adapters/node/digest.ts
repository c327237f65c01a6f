import { createHash } from 'node:crypto';
import type { Digest } from '../../core/ports';

/** SHA-256 in place: the Web Cryptography API takes a copy of what it hashes, which a large file of evidence has no room for. */
export const nodeDigest: Digest = async (bytes) => createHash('sha256').update(bytes).digest('hex');

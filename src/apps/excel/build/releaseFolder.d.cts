export function releaseFolder(built: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array>;

/** Serves `folder` at the first free port from `port` on (0: any). */
export function servePage(folder: string, port: number): Promise<{ readonly url: string; close(): Promise<void> }>;

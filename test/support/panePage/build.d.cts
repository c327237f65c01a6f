export function buildPanePage(folder: string): Promise<string>;

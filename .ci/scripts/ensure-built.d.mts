/** @returns the path of what an up-to-date app is entered by: its script or its page */
export function ensureBuilt(app?: 'cli' | 'workbench' | 'excel' | 'verify'): string;

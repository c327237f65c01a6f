export const LOCAL: string;
export function manifestFor(xml: string, options: { readonly baseUrl: string; readonly development: boolean }): string;

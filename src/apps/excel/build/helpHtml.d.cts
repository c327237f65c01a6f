export function helpHtml(markdown: string, language: string): string;

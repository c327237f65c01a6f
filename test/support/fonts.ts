import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PdfFonts } from '../../src/adapters/pdf/pdfOf';

const FOLDER = path.resolve(__dirname, '../../node_modules/@expo-google-fonts/noto-sans-jp');
const read = (file: string) => new Uint8Array(readFileSync(path.join(FOLDER, file)));

export const fonts = (): PdfFonts => ({
  regular: read('400Regular/NotoSansJP_400Regular.ttf'),
  bold: read('700Bold/NotoSansJP_700Bold.ttf'),
});

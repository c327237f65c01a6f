import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodeFiles } from '../../adapters/node/fileStore';
import type { PdfFonts } from '../../adapters/pdf/pdfOf';
import { KmcError, message } from '../../core/message';

const PACKAGE = '../../../node_modules/@expo-google-fonts/noto-sans-jp';

/** Beside the built command line, and in the package they come from when it runs from its sources. */
const FILES = {
  regular: ['fonts/NotoSansJP-Regular.ttf', `${PACKAGE}/400Regular/NotoSansJP_400Regular.ttf`],
  bold: ['fonts/NotoSansJP-Bold.ttf', `${PACKAGE}/700Bold/NotoSansJP_700Bold.ttf`],
} as const;

/** @throws KmcError where the fonts that came with the command line are gone */
export async function reportFonts(): Promise<PdfFonts> {
  return { regular: await read(FILES.regular), bold: await read(FILES.bold) };
}

async function read(places: readonly string[]): Promise<Uint8Array> {
  const found = places.map((place) => path.resolve(__dirname, place)).find((place) => existsSync(place));
  if (found === undefined) throw new KmcError(message('report.cli.noFonts', { file: places[0]! }));
  return nodeFiles.read(found);
}

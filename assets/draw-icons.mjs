// Draws assets/icons/*.png from assets/*.svg: `node assets/draw-icons.mjs [path of a Chrome or Chromium]`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The sizes of the ribbon, and for the add-in itself those of Excel's lists of add-ins. */
const RIBBON = [16, 20, 24, 32, 40, 48, 64, 80];
const ICONS = { icon: [...RIBBON, 96, 128], 'icon-new': RIBBON, 'icon-check': RIBBON, 'icon-package': RIBBON };
const file = (name) => fileURLToPath(new URL(name, import.meta.url));

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const [icon, sizes] of Object.entries(ICONS)) {
  const svg = readFileSync(file(`${icon}.svg`), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    await page.screenshot({ path: file(`icons/${icon}-${size}.png`), omitBackground: true });
  }
}
await browser.close();

// Draws assets/icons/*.png from assets/icon.svg: `node assets/draw-icons.mjs [path of a Chrome or Chromium]`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128];
const file = (name) => fileURLToPath(new URL(name, import.meta.url));

const svg = readFileSync(file('icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  await page.screenshot({ path: file(`icons/icon-${size}.png`), omitBackground: true });
}
await browser.close();

import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from './browser';

describe('the browser of the tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('renders a page and runs its script', async () => {
    const page = await browser.newPage();
    await page.setContent('<p id="sum"></p><script>sum.textContent = 1 + 2</script>');
    expect(await page.textContent('#sum')).toBe('3');
  });

  it('is the one that is named, where one is named', () => {
    expect(findBrowser('/opt/own/chrome')).toEqual({ executablePath: '/opt/own/chrome' });
  });
});

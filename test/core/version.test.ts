import { PRODUCT_VERSION } from '../../src/core/version';
import { version } from '../../package.json';

it('the product version is the package’s', () => {
  expect(PRODUCT_VERSION).toBe(version);
});

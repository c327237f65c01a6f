/** Version of the product, as printed on every result and returned by `KMC.VERSION()`. Equal to package.json's; a test holds them together. */
export const PRODUCT_VERSION = '0.1.0';

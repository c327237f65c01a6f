import { KAWASAKI } from '../../calculation/profile';
import { DATASET } from '../../reference/dataset';
import { PRODUCT_VERSION } from '../../version';
import { defineFunction } from '../defineFunction';

const versions = (): string =>
  `KMC ${PRODUCT_VERSION} · profile ${KAWASAKI.id} ${KAWASAKI.version} · data ${DATASET.version}`;

/** Versions of product, method profile and reference data, as one text. */
export const VERSION = defineFunction({
  id: 'VERSION',
  parameters: {},
  result: 'scalar',
  examples: [{ formula: '=KMC.VERSION()', value: versions() }],
  evaluate: versions,
});

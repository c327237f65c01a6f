import { measure } from './formula-review/measure';

/** `node -r ./bench/register.cjs bench/formula-review.ts FOLDER [part of a workbook's name]` */
const [folder = process.env['KMC_FORMULA_CORPUS'] ?? '', only] = process.argv.slice(2);

void measure(folder, only);

// Compares our .xlsx reader with another library's on real workbooks: node bench/reader-differential/run.cjs <file or folder> …
const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  module._compile(swc.transformSync(fs.readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};
const { readDifferential } = require('../../test/adapters/xlsx/readDifferential.ts');

const SHOWN = 12;

function workbooks(target) {
  if (!fs.statSync(target).isDirectory()) return [target];
  return fs
    .readdirSync(target)
    .filter((name) => /\.xls[xm]$/i.test(name))
    .map((name) => path.join(target, name));
}

async function report(file) {
  const started = performance.now();
  try {
    const { cells, formulas, differences } = await readDifferential(fs.readFileSync(file));
    const time = Math.round(performance.now() - started);
    console.log(
      `${path.basename(file)}: ${cells} cells, ${formulas} formulas, ${differences.length} differences, ${time} ms`,
    );
    for (const difference of differences.slice(0, SHOWN)) console.log('  ', JSON.stringify(difference));
    return { cells, formulas, differences: differences.length };
  } catch (error) {
    console.log(`${path.basename(file)}: ${error.detail ? JSON.stringify(error.detail) : error.stack}`);
    return { cells: 0, formulas: 0, differences: 0 };
  }
}

async function main(targets) {
  const sum = { cells: 0, formulas: 0, differences: 0 };
  for (const file of targets.flatMap(workbooks)) {
    const one = await report(file);
    for (const key of Object.keys(sum)) sum[key] += one[key];
  }
  console.log(sum);
}

main(process.argv.slice(2));

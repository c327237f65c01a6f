const path = require('node:path');

const transpile = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
  },
};

/** The command line, in one file: the spreadsheet engine cannot be imported by Node as it is published. */
function cli(mode) {
  return {
    name: 'cli',
    mode,
    target: 'node20',
    devtool: false,
    entry: { kmc: './src/apps/cli/main.ts', generate: './src/apps/generate/main.ts' },
    output: { path: path.resolve(__dirname, 'dist/cli'), filename: '[name].js', clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    module: { rules: [transpile] },
    optimization: { minimize: false },
    performance: false,
  };
}

module.exports = (_env, argv) => [cli(argv.mode ?? 'production')];

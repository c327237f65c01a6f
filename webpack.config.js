const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { excelFiles, LOCAL } = require('./src/apps/excel/build/excelFiles.cjs');

const transpile = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
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

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The Excel add-in: one page for pane and functions, which share a runtime. `--env baseUrl=https://…` says where it is served from. */
function excel(mode, { baseUrl = LOCAL }) {
  return {
    name: 'excel',
    mode,
    target: ['web', 'es2022'],
    devtool: 'source-map',
    entry: {
      functions: './src/apps/excel/functions.ts',
      taskpane: { import: './src/apps/excel/taskpane.tsx', dependOn: 'functions' },
    },
    output: { path: path.resolve(__dirname, 'dist/excel'), filename: '[name].js', clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    module: { rules: [transpile] },
    plugins: [
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/apps/excel/taskpane.html',
        officeJs: OFFICE_JS,
      }),
      excelFiles({ baseUrl: baseUrl.replace(/\/$/, ''), development: mode === 'development' }),
    ],
    devServer: { port: 3000, server: 'https', headers: { 'Access-Control-Allow-Origin': '*' }, static: false },
    performance: false,
  };
}

module.exports = (env, argv) => {
  const mode = argv.mode ?? 'production';
  return [cli(mode), excel(mode, env)];
};

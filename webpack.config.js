const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { PaneBudget } = require('./.ci/scripts/pane-budget.cjs');
const { SingleFile } = require('./src/apps/verify/build/singleFile.cjs');
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

/** Noto Sans JP for reports as PDF, with its licence (OFL). */
const FONT_PACKAGE = 'node_modules/@expo-google-fonts/noto-sans-jp';
const FONTS = [
  { from: `${FONT_PACKAGE}/400Regular/NotoSansJP_400Regular.ttf`, to: 'fonts/NotoSansJP-Regular.ttf' },
  { from: `${FONT_PACKAGE}/700Bold/NotoSansJP_700Bold.ttf`, to: 'fonts/NotoSansJP-Bold.ttf' },
  { from: `${FONT_PACKAGE}/LICENSE_FONT`, to: 'fonts/OFL.txt', toType: 'file' },
];

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
    plugins: [new CopyPlugin({ patterns: FONTS })],
    optimization: { minimize: false },
    performance: false,
  };
}

/** Only what is made small can be held to a size. */
const withinBudget = (mode, options) => (mode === 'production' ? [new PaneBudget(options)] : []);

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The Excel add-in: one page for pane and functions, which share a runtime. `--env baseUrl=https://…` says where it is served from, `--env development` gives it an identity of its own beside an installed KMC. */
function excel(mode, { baseUrl = LOCAL, development = mode === 'development' }) {
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
      new CopyPlugin({ patterns: FONTS }),
      excelFiles({ baseUrl: baseUrl.replace(/\/$/, ''), development: Boolean(development) }),
      ...withinBudget(mode, { entry: 'taskpane' }),
    ],
    devServer: { port: 3000, server: 'https', headers: { 'Access-Control-Allow-Origin': '*' }, static: false },
    performance: false,
  };
}

const OURS = /[\\/]src[\\/](core|locales|taskpane)[\\/]/;
/** Texts that only the page around the pane says. */
const SAID_BY_THE_PAGE = /[\\/](functionHelp|xlsx|recalc|cli|workbench)\.json$/;

/** The grid in chunks of its own: it is much larger than everything else, and changes only with its version. */
const GRID_CHUNKS = {
  univer: { test: /node_modules[\\/]@univerjs/, name: 'grid', chunks: 'initial', priority: 2 },
  // The pane's first view has none of these; the page around it has a menu, a dialog and messages.
  page: {
    test: /node_modules[\\/](@fluentui[\\/]react-(menu|dialog|message-bar|button|icons|aria|portal|positioning|motion|motion-components-preview)|@floating-ui)[\\/]/,
    name: 'page-controls',
    chunks: 'initial',
    priority: 3,
  },
  pane: {
    test: /node_modules[\\/](react|react-dom|scheduler|@fluentui|@griffel|stylis|rtl-css-js|keyborg|tabster|decimal\.js|@borgar)[\\/]/,
    name: 'controls',
    chunks: 'initial',
    priority: 2,
  },
  ours: {
    test: ({ resource = '' }) => OURS.test(resource) && !SAID_BY_THE_PAGE.test(resource),
    name: 'pane',
    chunks: 'initial',
    priority: 1,
    enforce: true,
  },
  others: { test: /node_modules/, name: 'grid-parts', chunks: 'initial' },
};

/** The workbench page: grid and pane, served from this machine only. */
function workbench(mode) {
  return {
    name: 'workbench',
    mode,
    target: ['web', 'es2022'],
    devtool: false,
    entry: { workbench: './src/apps/workbench/main.tsx' },
    output: { path: path.resolve(__dirname, 'dist/workbench'), filename: '[name].js', clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    module: { rules: [transpile, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
    plugins: [
      new HtmlWebpackPlugin({ filename: 'index.html', template: './src/apps/workbench/index.html' }),
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new CopyPlugin({ patterns: [{ from: 'samples/*.xlsx', to: 'samples/[name][ext]' }, ...FONTS] }),
      ...withinBudget(mode, { entry: 'workbench', chunks: ['pane', 'controls'] }),
    ],
    optimization: { splitChunks: { cacheGroups: GRID_CHUNKS } },
    // The grid's code takes minutes to make small and hardly ever changes.
    cache: { type: 'filesystem', buildDependencies: { config: [__filename] } },
    performance: false,
  };
}

/** The check of a submission package as one file, for a machine that has nothing but a browser. */
function verify(mode) {
  return {
    name: 'verify',
    mode,
    target: ['web', 'es2022'],
    devtool: false,
    entry: { verify: './src/apps/verify/main.tsx' },
    output: { path: path.resolve(__dirname, 'dist/verify'), filename: '[name].js', clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    module: { rules: [transpile], parser: { javascript: { dynamicImportMode: 'eager' } } },
    plugins: [
      new HtmlWebpackPlugin({
        filename: 'verify.html',
        template: './src/apps/verify/index.html',
        inject: false,
        minify: false,
      }),
      new SingleFile(),
    ],
    cache: { type: 'filesystem', buildDependencies: { config: [__filename] } },
    performance: false,
  };
}

module.exports = (env, argv) => {
  const mode = argv.mode ?? 'production';
  return [cli(mode), excel(mode, env), workbench(mode), verify(mode)];
};

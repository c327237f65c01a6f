const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const webpack = require('webpack');

const ROOT = path.resolve(__dirname, '../../..');

const config = (folder) => ({
  mode: 'production',
  context: ROOT,
  target: ['web', 'es2022'],
  devtool: false,
  entry: { page: path.join(__dirname, 'page.tsx') },
  output: { path: folder, filename: '[name].js' },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  module: {
    rules: [
      {
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
      },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({ filename: 'index.html', template: path.join(__dirname, 'page.html') }),
    new CopyPlugin({ patterns: [{ from: 'samples/*.xlsx', to: 'samples/[name][ext]' }] }),
  ],
  optimization: { minimize: false },
  performance: false,
});

/** Builds the pane alone, without the grid, into `folder`. */
const buildPanePage = (folder) =>
  new Promise((resolve, reject) => {
    webpack(config(folder), (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString({ all: false, errors: true })));
      else resolve(folder);
    });
  });

module.exports = { buildPanePage };

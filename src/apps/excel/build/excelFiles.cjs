const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const { helpHtml } = require('./helpHtml.cjs');
const { manifestFor, LOCAL } = require('./manifest.cjs');

/** Folders of docs that Excel's help opens: they link to each other and to nothing else. */
const HELP = ['functions', 'method'];

/** Manifest, icons, metadata of the functions and help, for one place they are served from. */
function excelFiles(options) {
  const text = (change) => (content, from) => change(content.toString('utf8'), from);
  const placed = text((content) => content.replaceAll(LOCAL, options.baseUrl));
  const page = text((content, from) => helpHtml(content, path.basename(path.dirname(from))));
  return new CopyWebpackPlugin({
    patterns: [
      { from: 'assets/icons', to: 'assets' },
      { from: 'manifest.xml', transform: text((xml) => manifestFor(xml, options)) },
      { from: 'docs/functions/*.json', to: '[name][ext]', transform: placed },
      ...HELP.map((pages) => ({
        from: `docs/${pages}`,
        to: `help/${pages}/[path][name].html`,
        filter: (file) => file.endsWith('.md'),
        transform: page,
      })),
    ],
  });
}

module.exports = { excelFiles, LOCAL };

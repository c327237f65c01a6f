const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const { helpHtml } = require('./helpHtml.cjs');
const { manifestFor, LOCAL } = require('./manifest.cjs');

/** Manifest, icons, metadata and help of the functions, for one place they are served from. */
function excelFiles(options) {
  const text = (change) => (content, from) => change(content.toString('utf8'), from);
  const placed = text((content) => content.replaceAll(LOCAL, options.baseUrl));
  const page = text((content, from) => helpHtml(content, path.basename(path.dirname(from))));
  return new CopyWebpackPlugin({
    patterns: [
      { from: 'assets/icons', to: 'assets' },
      { from: 'manifest.xml', transform: text((xml) => manifestFor(xml, options)) },
      { from: 'docs/functions/*.json', to: '[name][ext]', transform: placed },
      {
        from: 'docs/functions',
        to: 'help/functions/[path][name].html',
        filter: (file) => file.endsWith('.md'),
        transform: page,
      },
    ],
  });
}

module.exports = { excelFiles, LOCAL };

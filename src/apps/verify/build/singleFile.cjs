const { createHash } = require('node:crypto');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const NAME = 'SingleFile';

/**
 * Puts the page's one script into the page, and a policy that lets nothing else run and nothing be fetched: the page then opens from a
 * disk, without a network, and could not send a package anywhere.
 */
class SingleFile {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).afterTemplateExecution.tap(NAME, (data) => ({
        ...data,
        headTags: [],
        bodyTags: [],
      }));
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        const { RawSource } = compiler.webpack.sources;
        const textOf = (name) => assets[name].source().toString();
        const scripts = Object.keys(assets).filter((name) => name.endsWith('.js'));
        const pages = Object.keys(assets).filter((name) => name.endsWith('.html'));
        if (scripts.length !== 1 || pages.length !== 1)
          throw new Error(`one page and one script make a single file, not ${[...pages, ...scripts].join(', ')}`);
        const script = withoutEndTag(textOf(scripts[0]));
        const licences = Object.keys(assets)
          .filter((name) => name.endsWith('.LICENSE.txt'))
          .map(textOf);
        compilation.updateAsset(pages[0], new RawSource(inOne(textOf(pages[0]), script, licences.join('\n'))));
        for (const name of Object.keys(assets)) if (name !== pages[0]) compilation.deleteAsset(name);
      });
    });
  }
}

/** Inside a script element only these characters could end it. */
const withoutEndTag = (script) => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** The licences of the packages inside go along as text, which no browser runs. */
function inOne(page, script, licences) {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page
    .replace('<meta charset', () => `<meta http-equiv="Content-Security-Policy" content="${policy}" /><meta charset`)
    .replace(
      '</body>',
      () =>
        `<script type="text/plain" id="licences">${withoutEndTag(licences)}</script><script type="module">${script}</script></body>`,
    );
}

module.exports = { SingleFile };

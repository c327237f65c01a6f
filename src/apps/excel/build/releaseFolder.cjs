const { createHash } = require('node:crypto');
const { LOCAL } = require('./manifest.cjs');
const { HEADERS } = require('./securityHeaders.cjs');

const TEXT = /\.(html|js|json|xml)$/;
const pairs = Object.entries(HEADERS);
const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The headers in the words of three kinds of servers. The first two are read by the server where they lie; none is asked for by Excel. */
const SERVERS = {
  'site/web.config':
    '<?xml version="1.0" encoding="UTF-8"?>\n<configuration><system.webServer><httpProtocol><customHeaders>\n' +
    pairs.map(([name, value]) => `  <add name="${name}" value="${xml(value)}"/>\n`).join('') +
    '</customHeaders></httpProtocol></system.webServer></configuration>\n',
  'site/_headers': `/*\n${pairs.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
  'nginx-headers.conf': pairs.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join(''),
};

/**
 * @param {ReadonlyMap<string, Uint8Array>} built files of a production build by their path in it
 * @returns {Map<string, Uint8Array>} what an administrator is handed: `manifest.xml` to be deployed, `site` to be served, the headers
 *   to serve it with, and the sum of each file
 * @throws {RangeError} where something is missing, or still points to the machine it was developed on
 */
function releaseFolder(built) {
  const shipped = [...built].filter(([name]) => !name.endsWith('.map'));
  requireWhole(new Set(shipped.map(([name]) => name)));
  for (const [name, bytes] of shipped) {
    if (TEXT.test(name) && Buffer.from(bytes).includes(LOCAL)) throw new RangeError(`${name} points to ${LOCAL}`);
  }
  const files = new Map(shipped.map(([name, bytes]) => [name === 'manifest.xml' ? name : `site/${name}`, bytes]));
  for (const [name, text] of Object.entries(SERVERS)) files.set(name, Buffer.from(text));
  const sums = [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, bytes]) => sumOf(bytes) + name);
  return files.set('SHA256SUMS', Buffer.from(`${sums.join('\n')}\n`));
}

const sumOf = (bytes) => `${createHash('sha256').update(bytes).digest('hex')}  `;

const NEEDED = [
  'manifest.xml',
  'taskpane.html',
  'taskpane.js',
  'functions.js',
  'functions.json',
  'functions.ja-JP.json',
];

function requireWhole(names) {
  const missing = NEEDED.filter((name) => !names.has(name));
  if (missing.length > 0) throw new RangeError(`the build lacks ${missing.join(', ')}`);
}

module.exports = { releaseFolder };

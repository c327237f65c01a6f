/** Address of everything while developing; as it stands in manifest.xml and in the functions' metadata. */
const LOCAL = 'https://localhost:3000';

/** Beside an installed KMC a development build must have an identity of its own: two of one kind disturb each other. */
const DEVELOPMENT = {
  id: 'b1f3c7a4-9a52-4d0e-8c1b-53e2f6a7d908',
  namespace: 'KMCDEV',
};

/**
 * @param {string} xml manifest.xml
 * @param {{ baseUrl: string, development: boolean }} options where it is served from; whether it stands beside an installed KMC
 * @returns {string} the manifest for a build
 * @throws {RangeError} for an address that Excel would refuse
 */
function manifestFor(xml, { baseUrl, development }) {
  if (!isServed(baseUrl))
    throw new RangeError(`baseUrl must be an https address without a slash at its end: ${baseUrl}`);
  const placed = xml.replaceAll(LOCAL, baseUrl);
  if (!development) return placed;
  return placed
    .replace(/<Id>[^<]+<\/Id>/, `<Id>${DEVELOPMENT.id}</Id>`)
    .replace('<DisplayName DefaultValue="KMC">', '<DisplayName DefaultValue="KMC (development)">')
    .replace(
      'id="Functions.Namespace" DefaultValue="KMC"',
      `id="Functions.Namespace" DefaultValue="${DEVELOPMENT.namespace}"`,
    );
}

/** The address stands in XML and is joined with the names of files. */
const isServed = (address) => /^https:\/\/[\w.-]+(:\d+)?(\/[\w.~-]+)*$/.test(address);

module.exports = { manifestFor, LOCAL };

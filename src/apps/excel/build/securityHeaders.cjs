/**
 * What the server of the add-in says with every file.
 *
 * The policy lets scripts come from the add-in's own address and from Microsoft's, where office.js is. Styles are set by the pane's
 * controls and by office.js while they run. Nothing is fetched from anywhere else, and nothing is sent. No `frame-ancestors` and no
 * `X-Frame-Options`: Excel on the web shows the page in a frame, from addresses that Microsoft does not list in full.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' https://appsforoffice.microsoft.com",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Excel fetches the functions' metadata from a page of its own; a list of functions is no secret. */
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
};

module.exports = { HEADERS, POLICY };

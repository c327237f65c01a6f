// A web server for one folder, for this machine only: what it serves is fixed when it starts, and the page may load from nowhere else.
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const HEADERS = {
  // The grid and the controls write their styles into the page.
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(self), clipboard-write=(self)',
  'Cache-Control': 'no-cache',
};

const HOST = '127.0.0.1';
const PORTS = 50;

function filesOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const full = path.join(entry.parentPath ?? entry.path, entry.name);
      return [`/${path.relative(folder, full).split(path.sep).join('/')}`, full];
    }),
  );
}

function answer(files, request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = files.get(pathname === '/' ? '/index.html' : decodeURIComponent(pathname));
  const isLocal = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '');
  const status = !isLocal ? 403 : request.method !== 'GET' && request.method !== 'HEAD' ? 405 : file ? 200 : 404;
  const type = status === 200 ? (TYPES[path.extname(file)] ?? 'application/octet-stream') : TYPES['.txt'];
  response.writeHead(status, { ...HEADERS, 'Content-Type': type });
  response.end(status === 200 && request.method === 'GET' ? readFileSync(file) : '');
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Serves `folder` at the first free port from `port` on (0: any).
 * @returns its address, and how to end it
 */
export async function servePage(folder, port) {
  const files = filesOf(folder);
  for (let wanted = port; ; wanted++) {
    const server = createServer((request, response) => {
      try {
        answer(files, request, response);
      } catch {
        response.writeHead(400, HEADERS).end();
      }
    });
    try {
      const taken = await listen(server, wanted);
      const close = () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
      return { url: `http://localhost:${taken}/`, close };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || wanted >= port + PORTS) throw error;
    }
  }
}

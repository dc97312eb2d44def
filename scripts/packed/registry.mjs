import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

// Older than any age at which an app trusts what is new.
const PUBLISHED_AT = '2020-01-01T00:00:00.000Z';

/**
 * A package registry with the packed packages in it, which gets everything else
 * from the real one. So the commands of the README can be run as they are,
 * before anything is published.
 */
export async function startRegistry(folder, upstream) {
  const packages = new Map(
    readdirSync(folder).map(file => {
      const tarball = readFileSync(join(folder, file));
      const manifest = manifestIn(join(folder, file));
      return [manifest.name, { manifest, tarball }];
    }),
  );
  const answer = async (request, response) => {
    const [name, tarball] = request.url.slice(1).split('/-/');
    const found = packages.get(name);
    const real = new URL(request.url, upstream);
    if (!found && tarball) {
      response.writeHead(307, { location: real }).end();
    } else if (!found) {
      const { status, text } = await lookUp(real, request.headers.accept);
      response.writeHead(status, { 'content-type': 'application/json' });
      // Yarn remembers where a tarball is unless it is where it belongs.
      response.end(text.replaceAll(new URL(upstream).origin, address(server)));
    } else if (tarball) {
      response.end(found.tarball);
    } else {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(describe(found, address(server))));
    }
  };
  const server = createServer((request, response) =>
    answer(request, response).catch(error => response.destroy(error)),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: address(server),
    names: [...packages.keys()],
    stop: () => server.close(),
  };
}

async function lookUp(url, accept = '*/*') {
  const answer = await fetch(url, { headers: { accept } });
  return { status: answer.status, text: await answer.text() };
}

function address(server) {
  return `http://127.0.0.1:${server.address().port}`;
}

function manifestIn(file) {
  return JSON.parse(
    execFileSync('tar', ['-xzOf', file, 'package/package.json'], {
      encoding: 'utf8',
    }),
  );
}

/** What a registry says of a package that has one version. */
function describe({ manifest, tarball }, url) {
  const { name, version } = manifest;
  const hash = createHash('sha512').update(tarball).digest('base64');
  return {
    name,
    'dist-tags': { latest: version },
    versions: {
      [version]: {
        ...manifest,
        dist: {
          integrity: `sha512-${hash}`,
          tarball: `${url}/${name}/-/${name}-${version}.tgz`,
        },
      },
    },
    time: { [version]: PUBLISHED_AT },
  };
}

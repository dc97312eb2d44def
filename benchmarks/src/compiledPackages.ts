import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const PACKAGES = ['backend', 'checks', 'common', 'evidence', 'node'].map(
  name => `backstage-plugin-gorgias-${name}`,
);

// What is there in a repository only.
const LEFT_OUT = /[\\/](src|dist|node_modules)$/;
const NOT_RUN = /(\.test\.ts|\.d\.ts|setupTests\.ts)$|__testUtils__/;

// The bundler of the Backstage CLI; it is on disk wherever the CLI is.
const { build } = createRequire(require.resolve('@backstage/cli/package.json'))(
  'esbuild',
);

/**
 * Our packages as they are installed, in JavaScript, module by module. From
 * source they would be compiled at each start, which nobody's host does.
 */
export class CompiledPackages {
  /** Programs in it find our packages, and all that these need. */
  readonly folder: string;

  static async create(): Promise<CompiledPackages> {
    const repository = resolvePackagePath(PACKAGES[0], '..', '..');
    const compiled = new CompiledPackages(
      // Below the installed dependencies, so that these are found.
      join(repository, 'node_modules', '.cache', `benchmark-${randomUUID()}`),
    );
    for (const name of PACKAGES) {
      await compiled.#compile(name);
    }
    return compiled;
  }

  private constructor(folder: string) {
    this.folder = folder;
  }

  pathOf(name: string, ...path: string[]): string {
    return join(this.folder, 'node_modules', name, ...path);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #compile(name: string): Promise<void> {
    const [from, to] = [resolvePackagePath(name), this.pathOf(name)];
    mkdirSync(to, { recursive: true });
    cpSync(from, to, {
      recursive: true,
      filter: path => !LEFT_OUT.test(path),
    });
    const source = join(from, 'src');
    const modules = readdirSync(source, { recursive: true })
      .map(String)
      .filter(path => path.endsWith('.ts') && !NOT_RUN.test(path));
    await build({
      entryPoints: modules.map(path => join(source, path)),
      outbase: source,
      outdir: join(to, 'dist'),
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
    const file = join(to, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    const { main, exports } = manifest;
    writeFileSync(
      file,
      JSON.stringify({ ...manifest, ...compiledPaths({ main, exports }) }),
    );
  }
}

/** The same entry points, as compiled. */
function compiledPaths<T extends object>(entryPoints: T): T {
  return JSON.parse(
    JSON.stringify(entryPoints).replace(/src\/(\w+)\.ts/g, 'dist/$1.js'),
  );
}

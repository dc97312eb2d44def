import { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { pageOf, pathOf } from './page';
import { STYLESHEET, STYLESHEET_PATH } from './stylesheet';

/** What is read of `mkdocs.yml`: the title, and the pages of the navigation by their titles. */
const siteSchema = z.object({
  site_name: z.string(),
  site_description: z.string().default(''),
  repo_url: z.string(),
  docs_dir: z.string().default('docs'),
  nav: z.array(z.record(z.string(), z.string())),
});

/** Renders the Markdown files of a folder with a `mkdocs.yml` into the pages that TechDocs shows. */
export async function generateSite(
  options: Pick<GeneratorRunOptions, 'inputDir' | 'outputDir' | 'etag'>,
): Promise<void> {
  const { inputDir, outputDir, etag } = options;
  const site = siteSchema.parse(
    parse(await readFile(join(inputDir, 'mkdocs.yml'), 'utf8')),
  );
  const docs = join(inputDir, site.docs_dir);
  const files = (await readdir(docs, { recursive: true })).map(file =>
    file.split(sep).join(posix.sep),
  );
  const nav = site.nav.flatMap(entry =>
    Object.entries(entry).map(([title, file]) => ({ title, file })),
  );
  const write = async (path: string, text: string) => {
    const target = join(outputDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  };

  for (const file of files.filter(name => name.endsWith('.md'))) {
    const html = pageOf({
      file,
      markdown: await readFile(join(docs, file), 'utf8'),
      nav,
      sourceUrl: `${site.repo_url}/blob/main/`,
      docsDir: site.docs_dir,
    });
    await write(posix.join(pathOf(file), 'index.html'), html);
  }
  for (const file of files.filter(name => /\.(png|svg)$/.test(name))) {
    await cp(join(docs, file), join(outputDir, file));
  }
  await write(STYLESHEET_PATH, STYLESHEET);
  await write(
    'techdocs_metadata.json',
    JSON.stringify({
      site_name: site.site_name,
      site_description: site.site_description,
      etag,
      build_timestamp: Date.now(),
    }),
  );
}

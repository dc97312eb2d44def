import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the scripts bring and write: safe to delete, never committed. */
export const TOOLS = join(ROOT, '.tools');

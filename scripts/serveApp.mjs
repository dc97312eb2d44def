// Serves an app as it was built: node scripts/serveApp.mjs <folder> <port>
import { join, resolve } from 'node:path';
import express from 'express';

const [folder, port] = process.argv.slice(2);
const built = resolve(folder);

express()
  .use(express.static(built))
  // Its pages are made in the browser, by their addresses.
  .get('*', (_, res) => res.sendFile(join(built, 'index.html')))
  .listen(Number(port), 'localhost');

// Loaded into the backend by start.mjs. When the backend ends, the Backstage CLI goes on
// waiting for a file to change; start.mjs wants to know.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', code => {
    if (code !== 0) {
      writeSync(
        2,
        `[start] The backend ended with exit code ${code}; it starts again when one of its files changes.\n`,
      );
    }
  });
}

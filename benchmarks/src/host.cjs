// A backend that says when it is ready; its parts are named by the environment.
// It is copied to where our packages are compiled, and runs without a compiler.
const { createBackend } = require('@backstage/backend-defaults');

// Whatever becomes of the benchmark, this does not outlive it.
process.once('disconnect', () => process.exit(1));

const backend = createBackend();
for (const name of process.env.HOST_FEATURES.split(',')) {
  backend.add(import(name));
}
backend.start().then(
  () => {
    const { user, system } = process.cpuUsage();
    process.send({ processorMilliseconds: (user + system) / 1000 });
  },
  error => {
    console.error(error);
    process.exit(1);
  },
);

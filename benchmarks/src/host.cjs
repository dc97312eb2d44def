// A backend that says how long it took to be ready; its parts are named by the
// environment, and so is what is loaded before. It is copied to where our packages
// are compiled, and runs without a compiler.
const { readFileSync } = require('node:fs');
const { createBackend } = require('@backstage/backend-defaults');
const {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const { ConfigReader } = require('@backstage/config');

// Whatever becomes of the benchmark, this does not outlive it.
process.once('disconnect', () => process.exit(1));

const listed = names => names.split(',').filter(Boolean);

const quiet = () => {};
const logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: console.error,
  child: () => logger,
};

// Backstage's own look for secrets in the schemas of all packages' configuration,
// which takes seconds, with the plugin and without.
const ROOT_SERVICES = [
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader(JSON.parse(readFileSync(process.env.HOST_CONFIG))),
  }),
  createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  }),
];

// What no host is without: it uses what plugins have in common, so that it is
// there before the plugin that is measured.
const anyPlugin = createBackendPlugin({
  pluginId: 'any',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(services) {
        await services.database.getClient();
        services.httpRouter.use((_req, _res, next) => next());
        await services.scheduler.scheduleTask({
          id: 'any',
          frequency: { hours: 1 },
          initialDelay: { hours: 1 },
          timeout: { hours: 1 },
          fn: async () => {},
        });
      },
    });
  },
});

for (const name of listed(process.env.HOST_MODULES)) {
  require(name);
}
const begun = performance.now();
const used = process.cpuUsage();
const backend = createBackend();
for (const part of [...ROOT_SERVICES, anyPlugin]) {
  backend.add(part);
}
for (const name of listed(process.env.HOST_FEATURES)) {
  backend.add(import(name));
}
backend.start().then(
  () => {
    const { user, system } = process.cpuUsage(used);
    process.send({
      milliseconds: performance.now() - begun,
      processorMilliseconds: (user + system) / 1000,
    });
  },
  error => {
    console.error(error);
    process.exit(1);
  },
);

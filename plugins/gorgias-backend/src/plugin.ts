import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { notificationService } from '@backstage/plugin-notifications-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { gorgiasPermissions } from 'backstage-plugin-gorgias-common';
import {
  gorgiasEvidenceExtensionPoint,
  GorgiasHeadRecipient,
  gorgiasIdentityExtensionPoint,
  GorgiasIdentityMatcher,
  gorgiasPermissionRules,
  gorgiasStaffExtensionPoint,
  gorgiasSystemResourceRef,
  StaffSource,
} from 'backstage-plugin-gorgias-node';
import { Access } from './access';
import { AccountService } from './accounts/AccountService';
import { registerActions } from './actions/registerActions';
import { Evaluator } from './checks/Evaluator';
import { scheduleEvaluation } from './checks/scheduleEvaluation';
import { clockServiceRef } from './clock';
import { readGorgiasConfig } from './config';
import { ConnectService } from './connections/ConnectService';
import { Credentials } from './connections/Credentials';
import { scheduleReencryption } from './connections/reencryptTokens';
import { SealedTokens } from './connections/SealedTokens';
import { TokenCipher } from './connections/TokenCipher';
import { GorgiasDatabase } from './database';
import { ExceptionService } from './exceptions/ExceptionService';
import { EvidenceService } from './evidence/EvidenceService';
import { HeadSigner } from './evidence/HeadSigner';
import { scheduleLedger } from './evidence/scheduleLedger';
import { NewsService } from './events/NewsService';
import { GorgiasClients } from './gorgias/GorgiasClients';
import { GorgiasOAuth } from './gorgias/GorgiasOAuth';
import { RateBudgets } from './gorgias/RateBudgets';
import { createMetrics } from './metrics';
import { Messenger } from './notifications/Messenger';
import { NotificationTask } from './notifications/NotificationTask';
import { scheduleNotifications } from './notifications/scheduleNotifications';
import { onFirstRequest } from './onFirstRequest';
import { ReviewTask } from './reviews/ReviewTask';
import { scheduleReviews } from './reviews/scheduleReviews';
import { createRouter, RouterDeps } from './router';
import { Signals } from './signals/Signals';
import { VerdictEvents } from './signals/VerdictEvents';
import { CatalogStaffSource } from './staff/CatalogStaffSource';
import { Reader } from './sync/Reader';
import { scheduleSync } from './sync/scheduleSync';
import { SyncService } from './sync/SyncService';
import { GorgiasEntities } from './systems/GorgiasEntities';
import { SystemService } from './systems/SystemService';
import { scheduleWebhooks } from './webhooks/scheduleWebhooks';

const CALLBACK_PATH = '/connections/callback';

/**
 * Reads the users of Gorgias on a schedule, matches them to the people in
 * the catalog and judges their access by five checks.
 *
 * @public
 */
export const gorgiasPlugin = createBackendPlugin({
  pluginId: 'gorgias',
  register(env) {
    let replacedStaffSource: StaffSource | undefined;
    env.registerExtensionPoint(gorgiasStaffExtensionPoint, {
      setStaffSource(source) {
        if (replacedStaffSource) {
          throw new Error(
            'The staff source was set already, by another module',
          );
        }
        replacedStaffSource = source;
      },
    });

    const headRecipients = new Map<string, GorgiasHeadRecipient>();
    env.registerExtensionPoint(gorgiasEvidenceExtensionPoint, {
      addHeadRecipient(recipient) {
        if (headRecipients.has(recipient.id)) {
          throw new Error(
            `There is a head recipient ${recipient.id} already, of another module`,
          );
        }
        headRecipients.set(recipient.id, recipient);
      },
    });

    const matchers = new Map<string, GorgiasIdentityMatcher>();
    env.registerExtensionPoint(gorgiasIdentityExtensionPoint, {
      addIdentityMatcher(matcher) {
        if (!/^[a-z0-9-]{1,40}$/.test(matcher.id)) {
          throw new Error(
            `The identity matcher ${matcher.id} has an id with other than small letters, digits and "-", or of more than 40`,
          );
        }
        if (matchers.has(matcher.id)) {
          throw new Error(
            `There is an identity matcher ${matcher.id} already, of another module`,
          );
        }
        matchers.set(matcher.id, matcher);
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: clockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
      },
      async init(services) {
        const { auditor, auth, catalog, clock, logger, scheduler, tracing } =
          services;
        const config = readGorgiasConfig(services.config);
        const { baseUrl, massChange, staleAfterSeconds, timeoutSeconds } =
          config;

        const database = await GorgiasDatabase.create(services.database);
        const { stores } = database;
        const signals = new Signals({
          signals: services.signals,
          stores,
          logger,
        });
        const verdictEvents = new VerdictEvents(services);
        database.tell(changed =>
          'verdicts' in changed
            ? verdictEvents.changed(changed.verdicts)
            : signals.changed(changed),
        );
        const sealed = new SealedTokens(new TokenCipher(config.encryptionKeys));
        const budgets = new RateBudgets(clock);
        const clients = new GorgiasClients({
          baseUrl,
          budgets,
          tracing,
          clock,
        });
        const callbackUrl =
          (await services.discovery.getExternalBaseUrl('gorgias')) +
          CALLBACK_PATH;
        const oauth =
          config.oauth &&
          new GorgiasOAuth({
            ...config.oauth,
            baseUrl,
            redirectUri: callbackUrl,
            tracing,
            clock,
          });
        const credentials = new Credentials({ stores, oauth, sealed, clock });
        const metrics = createMetrics(services.metrics, {
          stores,
          budgets,
          webhooks: config.webhooks,
          clock,
        });

        const signer = await HeadSigner.create({
          database,
          key: config.evidence.key,
          intervalSeconds: config.evidence.headIntervalSeconds,
          recipients: [...headRecipients.values()],
          logger,
          tracing,
          clock,
        });
        const access = new Access(services);
        const entities = new GorgiasEntities(catalog);
        const evaluator = new Evaluator({ ...config, tracing });
        // What lists are made of is written by judging, so whatever is due, as
        // everything is after an update, is judged before anybody asks.
        await evaluator.evaluateDue(database, clock);
        const revokeWithinDays = config.dueDays['offboarded-access-removed'];
        const systems = new SystemService({
          database,
          connectMethods: config.connectMethods,
          staleAfterSeconds,
          timeoutSeconds,
          clock,
        });
        const accounts = new AccountService({
          database,
          limits: () => systems.limits(),
        });
        const exceptions = new ExceptionService({
          access,
          auditor,
          clock,
          database,
          evaluator,
          terms: config.exceptions,
        });

        services.permissionsRegistry.addResourceType({
          resourceRef: gorgiasSystemResourceRef,
          permissions: gorgiasPermissions,
          rules: Object.values(gorgiasPermissionRules),
          getResources: async refs =>
            entities.find(refs, await auth.getOwnServiceCredentials()),
        });
        services.httpRouter.addAuthPolicy({
          path: CALLBACK_PATH,
          allow: 'unauthenticated',
        });
        const routes: RouterDeps = {
          access,
          accounts,
          appOrigin: new URL(services.config.getString('app.baseUrl')).origin,
          auditor,
          auth,
          baseUrl,
          callbackUrl,
          catalog,
          clients,
          clock,
          connect:
            oauth &&
            new ConnectService({
              database,
              oauth,
              clients,
              sealed,
              auditor,
              logger,
              tracing,
              clock,
            }),
          connectMethods: config.connectMethods,
          database,
          entities,
          evaluator,
          exceptions,
          logger,
          oauth,
          revokeWithinDays,
          sealed,
          evidence: new EvidenceService({ database, signer, clock }),
          signer,
          systems,
          tracing,
        };
        // Once made, the validator takes the whole document apart, for which no start has to wait.
        services.httpRouter.use(onFirstRequest(() => createRouter(routes)));
        registerActions({
          access,
          accounts,
          actionsRegistry: services.actionsRegistry,
          auth,
          database,
          entities,
          evaluator,
          exceptions,
          systems,
        });

        const sync = new SyncService({
          database,
          reader: new Reader({
            stores,
            clients,
            credentials,
            staffSource:
              replacedStaffSource ??
              new CatalogStaffSource(catalog, auth, config.staff),
            matchers: [...matchers.values()],
            evaluator,
            massChange,
            tracing,
            clock,
            onRetry: metrics.countRetry,
          }),
          massChange,
          evaluator,
          timeoutSeconds,
          logger,
          metrics,
          tracing,
          clock,
        });
        const news = new NewsService({
          stores,
          clients,
          credentials,
          logger,
          clock,
        });
        await scheduleSync(scheduler, { sync, news }, config.schedule);
        await scheduleEvaluation(scheduler, { evaluator, database, clock });
        await scheduleLedger(scheduler, {
          database,
          signer,
          retentionSeconds: config.evidence.retentionSeconds,
          clock,
        });
        const messenger = new Messenger(services);
        await scheduleReviews(
          scheduler,
          new ReviewTask({ database, evaluator, messenger, logger, clock }),
        );
        if (config.notifications.enabled) {
          await scheduleNotifications(
            scheduler,
            new NotificationTask({
              ...config.notifications,
              database,
              messenger,
              limits: () => systems.limits(),
              clock,
            }),
          );
        }
        await scheduleWebhooks(scheduler, config.webhooks, {
          store: stores.webhooks,
          metrics,
          logger,
          clock,
        });
        await scheduleReencryption(scheduler, { stores, sealed, logger });
      },
    });
  },
});

import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express, { Router } from 'express';
import { addAccountRoutes } from './accounts/routes';
import { addConnectionRoutes } from './connections/routes';
import { createCallbackRouter } from './connections/callbackRouter';
import { openApiDocument } from './openapi/document';
import { requestDocument } from './openapi/requestDocument';
import { addEvidenceRoutes } from './evidence/routes';
import { addExceptionRoutes } from './exceptions/routes';
import { addHistoryRoutes } from './history/routes';
import { addIdentityRoutes } from './identities/routes';
import { requireKeepableText } from './keepableText';
import { addAccessMatrixRoute } from './matrix/routes';
import { addOffboardingRoutes } from './offboarding/routes';
import { addReviewRoutes } from './reviews/routes';
import { addAccessRuleRoutes } from './rules/routes';
import { addStaffRoutes } from './staff/routes';
import { addSyncRoutes } from './sync/routes';
import { addSystemRoutes } from './systems/routes';
import { addTrendRoutes } from './trends/routes';

/** Everything the routes need. */
export type RouterDeps = Parameters<typeof addConnectionRoutes>[1] &
  Parameters<typeof addSystemRoutes>[1] &
  Parameters<typeof addAccountRoutes>[1] &
  Parameters<typeof addSyncRoutes>[1] &
  Parameters<typeof addAccessRuleRoutes>[1] &
  Parameters<typeof addIdentityRoutes>[1] &
  Parameters<typeof addStaffRoutes>[1] &
  Parameters<typeof addOffboardingRoutes>[1] &
  Parameters<typeof addExceptionRoutes>[1] &
  Parameters<typeof addHistoryRoutes>[1] &
  Parameters<typeof addEvidenceRoutes>[1] &
  Parameters<typeof addReviewRoutes>[1] &
  Parameters<typeof addTrendRoutes>[1] &
  Parameters<typeof addAccessMatrixRoute>[1] &
  Parameters<typeof createCallbackRouter>[0];

/** The HTTP API. Requests are checked by the OpenAPI document before any route sees them. */
export function createRouter(deps: RouterDeps): Router {
  const validated = createValidatedOpenApiRouter(
    // Its types want a literal document; ours is built from parts.
    requestDocument() as any,
    {
      middleware: [express.json(), requireKeepableText],
      // The tests do, at no cost to every start.
      validatorOptions: { validateApiSpec: false },
    },
  ) as unknown as Router;
  addConnectionRoutes(validated, deps);
  // Before the accounts by id, one of which it would else be taken for.
  addIdentityRoutes(validated, deps);
  addAccountRoutes(validated, deps);
  addSystemRoutes(validated, deps);
  addSyncRoutes(validated, deps);
  addAccessRuleRoutes(validated, deps);
  addStaffRoutes(validated, deps);
  addOffboardingRoutes(validated, deps);
  addExceptionRoutes(validated, deps);
  addHistoryRoutes(validated, deps);
  addEvidenceRoutes(validated, deps);
  addReviewRoutes(validated, deps);
  addTrendRoutes(validated, deps);
  addAccessMatrixRoute(validated, deps);

  const router = express.Router();
  router.use((_req, res, next) => {
    // Nearly everything here is about people.
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.use(createCallbackRouter(deps));
  // Before the validated router's own, which says it was OpenAPI 3.0.
  router.get('/openapi.json', (req, res) => {
    res.json({ ...openApiDocument, servers: [{ url: req.baseUrl }] });
  });
  router.use(validated);
  return router;
}

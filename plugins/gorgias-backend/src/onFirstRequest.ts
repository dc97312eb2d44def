import { RequestHandler, Router } from 'express';

/** Routes that are made when the first request comes, so that the start does not wait for them. */
export function onFirstRequest(make: () => Router): RequestHandler {
  let router: Router | undefined;
  return (req, res, next) => {
    router ??= make();
    router(req, res, next);
  };
}

import escapeHtml from 'escape-html';
import { ErrorRequestHandler } from 'express';
import { ApiError, invalidRequest } from '../api/ApiError';
import { page } from '../html';
import { isForm } from './forms';

/** Answers an error with JSON, or with a page to a person who sent a form. */
export function answerControlError(controlUrl: string): ErrorRequestHandler {
  return (thrown, req, res, next) => {
    const error =
      thrown.type === 'entity.parse.failed'
        ? invalidRequest({ body: ['Is not JSON.'] })
        : thrown;
    if (!(error instanceof ApiError)) {
      next(error);
    } else if (isForm(req)) {
      const lines = Object.entries(error.fields ?? {}).map(
        ([field, problems]) => `${field}: ${problems.join(' ')}`,
      );
      page(res, {
        status: error.status,
        title: 'This could not be changed',
        body: `
<p class="error" role="alert">${escapeHtml(
          [error.message, ...lines].join(' '),
        )}</p>
<p><a href="${escapeHtml(controlUrl)}">Back to the emulator</a></p>`,
      });
    } else {
      res.status(error.status).json(error);
    }
  };
}

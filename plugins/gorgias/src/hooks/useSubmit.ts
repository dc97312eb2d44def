import { ResponseError } from '@backstage/errors';
import { useState } from 'react';
import { errorMessage } from '../errorMessage';

/** Why what was sent did not count. */
export interface SubmitProblem {
  message: string;
  /** What was to be changed is no longer what the person saw. */
  isConflict: boolean;
}

/** Sends something, and keeps why that did not work until the next try. */
export function useSubmit(): {
  isSubmitting: boolean;
  problem?: SubmitProblem;
  /** @returns whether it worked, and whether there was a conflict */
  submit(
    send: () => Promise<unknown>,
  ): Promise<{ ok: boolean; isConflict: boolean }>;
} {
  const [isSubmitting, setSubmitting] = useState(false);
  const [problem, setProblem] = useState<SubmitProblem>();

  return {
    isSubmitting,
    problem,
    submit: async send => {
      setSubmitting(true);
      setProblem(undefined);
      try {
        await send();
        return { ok: true, isConflict: false };
      } catch (error) {
        const isConflict = ResponseError.is(error) && error.statusCode === 409;
        setProblem({ message: errorMessage(error), isConflict });
        return { ok: false, isConflict };
      } finally {
        setSubmitting(false);
      }
    },
  };
}

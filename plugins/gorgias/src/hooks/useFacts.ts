import { SystemSummary } from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { useRef } from 'react';
import { useReloadOnChange } from './useReloadOnChange';

/** Stands for what the verdicts of a system rest on: when it changes, so may whatever was made from them. */
export function factsVersion(summary: SystemSummary): string {
  const { freshness, accessRule, offboarded, requestedExceptions } = summary;
  return [
    freshness.factsAt,
    accessRule?.revision,
    offboarded.active,
    offboarded.usedAfterLeaving,
    requestedExceptions,
    JSON.stringify(summary.checks.map(({ counts }) => counts)),
  ].join(' ');
}

/** Reads something of a system, and again when the facts change; what was read before stays until then, so that nothing jumps. */
export function useFacts<T>(
  read: () => Promise<T>,
  summary: SystemSummary,
): { value?: T; error?: Error; retry(): void } {
  const { entityRef } = summary;
  const state = useAsyncRetry(read, [entityRef]);
  const latest = useRef<T>();
  latest.current = state.value ?? latest.current;
  useReloadOnChange(state.retry, factsVersion(summary));
  return { ...state, value: latest.current };
}

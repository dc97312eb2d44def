import {
  AccessRulePreview,
  AccessRuleSpec,
} from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { Stores } from '../database';
import { previewAccessRule } from './accessRule';
import { readSpec } from './spec';

/**
 * What a rule would do to a system, as one consistent state if the stores are
 * in a transaction.
 *
 * @throws InputError when the rule contradicts itself
 */
export async function loadPreview(
  stores: Stores,
  evaluator: Evaluator,
  rule: { entityRef: string; spec: AccessRuleSpec; now: string },
): Promise<AccessRulePreview> {
  const spec = readSpec(rule.spec, rule.now);
  return previewAccessRule(
    await evaluator.load(stores, rule.entityRef, rule.now),
    spec,
  );
}

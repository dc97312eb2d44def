import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_GORGIAS_SYSTEM } from 'backstage-plugin-gorgias-common';
import { z } from 'zod';

/**
 * The entity that stands for a company's Gorgias, as permission rules see it.
 *
 * @public
 */
export interface GorgiasSystemResource {
  entityRef: string;
  /** Entity refs of its owners. */
  ownerRefs: string[];
}

/** @public */
export const gorgiasSystemResourceRef = createPermissionResourceRef<
  GorgiasSystemResource,
  { ownerRefs: string[] }
>().with({
  pluginId: 'gorgias',
  resourceType: RESOURCE_TYPE_GORGIAS_SYSTEM,
});

/**
 * Allows the owners of the entity. Give it the `ownershipEntityRefs` of the
 * user that a policy decides about.
 *
 * @public
 */
export const isSystemOwnerRule = createPermissionRule({
  name: 'IS_SYSTEM_OWNER',
  description: 'Allows the owners of the entity that stands for Gorgias',
  resourceRef: gorgiasSystemResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of which at least one must be an owner'),
  }),
  apply: ({ ownerRefs }, { claims }) =>
    ownerRefs.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ ownerRefs: claims }),
});

/** All permission rules of the plugin. @public */
export const gorgiasPermissionRules = { isSystemOwner: isSystemOwnerRule };

const exported = createConditionExports({
  resourceRef: gorgiasSystemResourceRef,
  rules: gorgiasPermissionRules,
});

/** Conditions for a permission policy, such as `isSystemOwner({ claims })`. @public */
export const gorgiasConditions = exported.conditions;

/** Makes the decision of a policy that a condition decides. @public */
export const createGorgiasConditionalDecision =
  exported.createConditionalDecision;

/**
 * Types, permissions and API client shared by the Gorgias access compliance
 * plugins.
 *
 * @packageDocumentation
 */
export {
  CHECK_IDS,
  CHECK_TITLES,
  countStatuses,
  GORGIAS_MESSAGES,
  gorgiasRoleTitle,
  message,
  sayInEnglish,
  VERDICT_STATUSES,
  worstStatus,
} from 'backstage-plugin-gorgias-checks';
export type {
  AccessRuleSpec,
  AccountClass,
  AccountKind,
  AccountState,
  CheckId,
  CheckSummary,
  Flat,
  Identity,
  IdOf,
  Message,
  MessageId,
  MessageParam,
  MessageParams,
  NamedAccess,
  Names,
  NamesOf,
  OffboardedGround,
  TemplateByKey,
  Templates,
  Verdict,
  VerdictCounts,
  VerdictFacts,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
export * from './accessRule';
export * from './account';
export * from './api';
export * from './client';
export * from './connection';
export * from './events';
export * from './evidence';
export * from './exception';
export * from './history';
export * from './identity';
export * from './people';
export * from './review';
export * from './permissions';
export * from './signals';
export * from './subdomain';
export * from './sync';
export * from './system';
export * from './trends';

/**
 * The access checks for Gorgias, as pure functions that depend on nothing, so
 * that whoever judges and whoever judges again do so by the same code.
 *
 * @packageDocumentation
 */
export * from './accessControlConfigured';
export * from './accessRuleSpec';
export * from './accessValid';
export * from './account';
export * from './applyExceptions';
export * from './checks';
export * from './coverage';
export * from './emailAddress';
export * from './exceptionFacts';
export * from './identity';
export * from './judgeAccounts';
export * from './judgeSystem';
export * from './leaving';
export * from './messages';
export * from './mfaEnabled';
export * from './offboardedAccessRemoved';
export * from './offboardedGround';
export * from './responsible';
export * from './ruleWords';
export * from './says';
export * from './subjects';
export * from './userIdentified';
export * from './verdict';

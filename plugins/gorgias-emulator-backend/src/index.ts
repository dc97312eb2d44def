/**
 * A local Gorgias for development and tests: OAuth pages and REST API.
 *
 * @packageDocumentation
 */
export { createEmulator, type Emulator } from './emulator';
export type { EmulatorRequest } from './accountRouter';
export { loadSeeds, type AccountSeed } from './accounts/seed';
export type { OAuthApp } from './oauth/OAuthApp';
export type { TokenReply } from './oauth/tokenReplies';
export { gorgiasEmulatorPlugin as default } from './plugin';
export { Browser, type Page } from './testing/Browser';

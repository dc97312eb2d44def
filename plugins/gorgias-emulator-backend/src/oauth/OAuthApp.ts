/**
 * The one app that is registered at the emulator.
 *
 * @public
 */
export interface OAuthApp {
  clientId: string;
  clientSecret: string;
  /** Where users may be sent back to; compared letter by letter. */
  redirectUrls: string[];
}

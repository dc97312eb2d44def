export interface Config {
  /** The local Gorgias for development and tests, which is off without this. */
  gorgiasEmulator?: {
    /** The one OAuth app that the emulator knows. */
    oauthApp: {
      /**
       * The id the app names itself by, and the name users see.
       * @visibility backend
       */
      clientId: string;
      /**
       * The secret the app proves itself with.
       * @visibility secret
       */
      clientSecret: string;
      /**
       * Where users may be sent back to, compared letter by letter.
       */
      redirectUrls: string[];
    };
  };
}

export interface Config {
  auth?: {
    providers?: {
      /** Signs in an example user without admin rights, in development only. */
      'example-engineer'?: {
        development?: object;
      };
      /** Signs in an example user who owns Gorgias, in development only. */
      'example-lead'?: {
        development?: object;
      };
      /** Signs in an example auditor, in development only. */
      'example-auditor'?: {
        development?: object;
      };
    };
  };
}

import { createApp } from '@backstage/frontend-defaults';
import { docsModule } from './modules/docs';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// The plugins themselves are found by `app.packages: all`.
export default createApp({
  features: [docsModule, navModule, signInModule],
});

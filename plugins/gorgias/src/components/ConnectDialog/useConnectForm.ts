import {
  ConnectionMethod,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { ConnectProblem, useConnect } from '../../hooks/useConnect';
import { useConnectByApiKey } from '../../hooks/useConnectByApiKey';
import { useConnectInput } from './useConnectInput';

/**
 * What the connect dialog shows and does, whichever way is chosen. By OAuth
 * there are steps after the form; an API key is connected from the form.
 */
export function useConnectForm(options: {
  system: Pick<SystemSummary, 'entityRef' | 'subdomain' | 'connectMethods'>;
  onConnected(): void;
}) {
  const { entityRef, subdomain, connectMethods } = options.system;
  // By the first unless the person chooses: the backend names the best first.
  const [chosen, setChosen] = useState<ConnectionMethod>();
  const method = chosen ?? connectMethods[0] ?? 'oauth';
  const entry = useConnectInput({ subdomain, method });
  const { input, change, parsed } = entry;

  const connected = () => {
    change({ apiKey: '' });
    options.onConnected();
  };
  const oauth = useConnect({ entityRef, onConnected: connected });
  const byApiKey = useConnectByApiKey({ entityRef, onConnected: connected });
  const { state } = oauth;

  const oauthProblem = state.step === 'account' ? state.problem : undefined;
  const apiKeyProblem: ConnectProblem | undefined = byApiKey.problem
    ? { type: 'refused', message: byApiKey.problem }
    : undefined;

  return {
    ...entry,
    oauth,
    method,
    otherMethod: connectMethods.find(other => other !== method),
    isBusy: state.step === 'starting' || byApiKey.isConnecting,
    problem: method === 'oauth' ? oauthProblem : apiKeyProblem,
    switchTo: (to: ConnectionMethod) => {
      // Neither a problem nor a key has anything to do with the other way.
      oauth.enterAccount();
      byApiKey.reset();
      change({ apiKey: '' });
      setChosen(to);
    },
    submit: () => {
      if (!parsed.ok || entry.missing) {
        return;
      }
      if (method === 'oauth') {
        oauth.start(parsed.subdomain);
      } else {
        byApiKey.connect({
          subdomain: parsed.subdomain,
          email: input.email.trim(),
          apiKey: input.apiKey.trim(),
        });
      }
    },
  };
}

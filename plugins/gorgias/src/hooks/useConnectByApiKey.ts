import { useApi } from '@backstage/core-plugin-api';
import { ConnectByApiKeyRequest } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../api';
import { errorMessage } from '../errorMessage';

/** Connecting by an API key: one request, which works or says why not. */
export interface ConnectByApiKey {
  isConnecting: boolean;
  /** Why the last try did not work. */
  problem?: string;
  connect(request: Omit<ConnectByApiKeyRequest, 'entityRef'>): Promise<void>;
  /** Forgets the last try. */
  reset(): void;
}

/** Connects an entity to a Gorgias account by the API key of a Gorgias user. */
export function useConnectByApiKey(options: {
  entityRef: string;
  onConnected(): void;
}): ConnectByApiKey {
  const { entityRef, onConnected } = options;
  const api = useApi(gorgiasApiRef);
  const [isConnecting, setConnecting] = useState(false);
  const [problem, setProblem] = useState<string>();

  return {
    isConnecting,
    problem,
    connect: async request => {
      setConnecting(true);
      setProblem(undefined);
      try {
        await api.connectByApiKey({ entityRef, ...request });
        onConnected();
      } catch (error) {
        setProblem(errorMessage(error));
      } finally {
        setConnecting(false);
      }
    },
    reset: () => setProblem(undefined),
  };
}

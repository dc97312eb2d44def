import {
  ConnectionMethod,
  parseSubdomain,
  ParsedSubdomain,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';

/** What the person has entered so far; kept from one try to the next, and nowhere else. */
export interface ConnectInput {
  acknowledged: boolean;
  subdomain: string;
  email: string;
  apiKey: string;
}

/** What has been entered, and what is still needed to connect by a method. */
export function useConnectInput(options: {
  subdomain: string | null;
  method: ConnectionMethod;
}): {
  input: ConnectInput;
  change(part: Partial<ConnectInput>): void;
  parsed: ParsedSubdomain;
  missing?: 'acknowledgement' | 'subdomain' | 'api-key';
} {
  const [input, setInput] = useState<ConnectInput>({
    acknowledged: false,
    subdomain: options.subdomain ?? '',
    email: '',
    apiKey: '',
  });
  const parsed = parseSubdomain(input.subdomain);

  const missing = () => {
    if (!input.acknowledged) {
      return 'acknowledgement';
    }
    if (!parsed.ok) {
      return 'subdomain';
    }
    return options.method === 'api-key' &&
      !(input.email.trim() && input.apiKey.trim())
      ? 'api-key'
      : undefined;
  };

  return {
    input,
    change: part => setInput(previous => ({ ...previous, ...part })),
    parsed,
    missing: missing(),
  };
}

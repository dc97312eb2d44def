import {
  OAuthClientProvider,
  UnauthorizedError,
} from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';
import { DevelopmentHost } from './developmentHost';

const CALLBACK = 'http://localhost:33418/callback';

const serverOf = (host: DevelopmentHost) =>
  new URL(`${host.url}/api/mcp-actions/v1`);

/** What an agent keeps while it is let in. */
class Asking implements OAuthClientProvider {
  opened?: URL;
  #client?: OAuthClientInformationMixed;
  #tokens?: OAuthTokens;
  #verifier = '';

  readonly redirectUrl = CALLBACK;
  readonly clientMetadata = {
    client_name: 'An agent',
    redirect_uris: [CALLBACK],
  };
  clientInformation = () => this.#client;
  saveClientInformation = (client: OAuthClientInformationMixed) => {
    this.#client = client;
  };
  tokens = () => this.#tokens;
  saveTokens = (tokens: OAuthTokens) => {
    this.#tokens = tokens;
  };
  redirectToAuthorization = (url: URL) => {
    this.opened = url;
  };
  codeVerifier = () => this.#verifier;
  saveCodeVerifier = (verifier: string) => {
    this.#verifier = verifier;
  };
}

/** An MCP client that was given a token. */
export async function agentWithToken(
  host: DevelopmentHost,
  token: string,
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(serverOf(host), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return client;
}

/** An MCP client that knows the address alone, and asks a person, who is signed in, to let it in. */
export async function agentAllowedBy(
  host: DevelopmentHost,
  personToken: string,
): Promise<{ client: Client; token: string }> {
  const asking = new Asking();
  const client = new Client({ name: 'test', version: '1' });
  const first = new StreamableHTTPClientTransport(serverOf(host), {
    authProvider: asking,
  });
  await client.connect(first).catch(error => {
    if (!(error instanceof UnauthorizedError)) {
      throw error;
    }
  });
  await first.finishAuth(await allow(host, asking.opened!, personToken));
  await client.connect(
    new StreamableHTTPClientTransport(serverOf(host), { authProvider: asking }),
  );
  return { client, token: asking.tokens()!.access_token };
}

/** What the page does that the agent opens, when "Authorize" is pressed. @returns the code for the agent */
async function allow(
  host: DevelopmentHost,
  opened: URL,
  personToken: string,
): Promise<string> {
  const page = await fetch(opened, { redirect: 'manual' });
  const sessionId = page.headers.get('location')!.split('/').pop();
  const answer = await fetch(
    `${host.url}/api/auth/v1/sessions/${sessionId}/approve`,
    { method: 'POST', headers: { authorization: `Bearer ${personToken}` } },
  );
  const { redirectUrl } = await answer.json();
  return new URL(redirectUrl).searchParams.get('code')!;
}

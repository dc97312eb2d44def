import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  IdentityApi,
  SignInPageProps,
  useApi,
} from '@backstage/core-plugin-api';
import { Button, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';

const STORAGE_KEY = 'sign-in-provider';

/** The people of the example organisation who can enter, each by a provider of the example backend. */
const PEOPLE = [
  { provider: 'guest', name: 'Ivy Nakamura' },
  { provider: 'example-engineer', name: 'Sam Rivers' },
  { provider: 'example-lead', name: 'Maya Ortiz' },
  { provider: 'example-auditor', name: 'Nadia Rossi' },
];

/** The same identity, which also forgets the remembered choice on sign-out, so that another person can be chosen. */
function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: () => {
      sessionStorage.removeItem(STORAGE_KEY);
      return identity.signOut();
    },
  };
}

/** Lets one of the example people in. */
export const SignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const title = useApi(configApiRef).getOptionalString('app.title');
  const [provider, setProvider] = useState(() =>
    sessionStorage.getItem(STORAGE_KEY),
  );

  if (PEOPLE.some(person => person.provider === provider)) {
    return (
      <ProxiedSignInPage
        provider={provider!}
        onSignInSuccess={identity => {
          sessionStorage.setItem(STORAGE_KEY, provider!);
          onSignInSuccess(forgetOnSignOut(identity));
        }}
      />
    );
  }
  return (
    <Container my="8">
      <main>
        <Flex direction="column" gap="4" align="start">
          <Text as="h1" variant="title-large">
            Enter {title ?? 'Backstage'}
          </Text>
          {PEOPLE.map(person => (
            <Button
              key={person.provider}
              onPress={() => setProvider(person.provider)}
            >
              {`Enter as ${person.name}`}
            </Button>
          ))}
        </Flex>
      </main>
    </Container>
  );
};

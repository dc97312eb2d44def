import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  type IdentityApi,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Button, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';

const STORAGE_KEY = 'sign-in-provider';

/** People of the example organisation, to see the product with other rights each. */
const PEOPLE = [
  {
    provider: 'guest',
    name: 'Ivy Nakamura',
    description: 'Works in IT and is an admin of critical systems.',
  },
  {
    provider: 'example-engineer',
    name: 'Sam Rivers',
    description: 'Works in support and has no admin rights.',
  },
  {
    provider: 'example-lead',
    name: 'Maya Ortiz',
    description:
      'Leads support, which owns Gorgias, approves exceptions and reviews access.',
  },
  {
    provider: 'example-auditor',
    name: 'Nadia Rossi',
    description: 'Is an auditor: sees evidence, and nothing else.',
  },
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
          // Only now, so that a reload after a failure asks again.
          sessionStorage.setItem(STORAGE_KEY, provider!);
          onSignInSuccess(forgetOnSignOut(identity));
        }}
      />
    );
  }

  return (
    <Container my="8">
      <main>
        <Flex direction="column" gap="4">
          <Text as="h1" variant="title-large">
            Enter {title ?? 'Backstage'}
          </Text>
          {PEOPLE.map(person => (
            <Card key={person.provider}>
              <CardBody>
                <Flex direction="column" gap="3" align="start">
                  <Text as="h2" variant="title-x-small" weight="bold">
                    {person.name}
                  </Text>
                  <Text as="p">{person.description}</Text>
                  <Button onPress={() => setProvider(person.provider)}>
                    {`Enter as ${person.name}`}
                  </Button>
                </Flex>
              </CardBody>
            </Card>
          ))}
        </Flex>
      </main>
    </Container>
  );
};

import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** A titled part of the tab, with its buttons beside the title. */
export const Section = (props: {
  title: string;
  buttons?: ReactNode;
  children: ReactNode;
}) => (
  <section aria-label={props.title}>
    <Flex
      justify="between"
      align="center"
      gap="3"
      mb="2"
      style={{ flexWrap: 'wrap' }}
    >
      <Text as="h3" variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {props.buttons}
      </Flex>
    </Flex>
    {props.children}
  </section>
);

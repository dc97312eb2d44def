import { Flex, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { StatusLabel } from '../StatusLabel';
import { useTexts } from '../../hooks/useTexts';

/** How the system stands all in all, to be seen before anything is read, and what can be done at any time. */
export const Headline = (props: {
  summary: SystemSummary;
  actions: ReactNode;
}) => {
  const { t } = useTexts();
  return (
    <Flex
      justify="between"
      align="center"
      gap="2"
      style={{ flexWrap: 'wrap', minHeight: 'var(--bui-space-8)' }}
    >
      <Flex align="center" gap="2">
        <Text color="secondary">{t('card.overall')}</Text>
        <StatusLabel status={props.summary.status} isLarge />
      </Flex>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {props.actions}
      </Flex>
    </Flex>
  );
};

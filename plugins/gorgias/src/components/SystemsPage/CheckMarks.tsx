import { Flex, Text, VisuallyHidden } from '@backstage/ui';
import { CheckSummary } from 'backstage-plugin-gorgias-common';
import { STATUS_LOOKS } from '../StatusLabel';
import { useTexts } from '../../hooks/useTexts';

/** The five checks as a row of icons, each with its words for screen readers and as tooltip. */
export const CheckMarks = ({ checks }: { checks: CheckSummary[] }) => {
  const { t } = useTexts();
  return (
    <Flex gap="1">
      {checks.map(({ checkId, title, status }) => {
        const { Icon, color } = STATUS_LOOKS[status];
        const words = `${title}: ${t(`status.${status}`)}`;
        return (
          <Text key={checkId} color={color} title={words}>
            <Icon fontSize="small" />
            <VisuallyHidden>{words}</VisuallyHidden>
          </Text>
        );
      })}
    </Flex>
  );
};

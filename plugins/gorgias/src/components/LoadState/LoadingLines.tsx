import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';

/** As many grey lines as the content to come is likely to have. */
export const LoadingLines = ({ lines }: { lines: number }) => {
  const { t } = useTexts();
  return (
    <Flex direction="column" gap="3" role="status" aria-busy>
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width="100%" height={20} />
      ))}
    </Flex>
  );
};

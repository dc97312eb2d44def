import { Button, Flex, Text } from '@backstage/ui';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { ClassifyDialog } from '../Identity';
import { useTexts } from '../../hooks/useTexts';

/** What can be done with the selected accounts at once. */
export const SelectionBar = (props: {
  entityRef: string;
  selected: AccountRow[];
  onClear(): void;
  onChanged(): void;
}) => {
  const { entityRef, selected, onClear, onChanged } = props;
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (selected.length === 0) {
    return null;
  }
  return (
    <Flex align="center" gap="3">
      <Text role="status">
        {t('accounts.selected', { count: selected.length })}
      </Text>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {t('accounts.classifySelected')}
      </Button>
      <Button variant="tertiary" onPress={onClear}>
        {t('accounts.unselect')}
      </Button>
      {isOpen && (
        <ClassifyDialog
          entityRef={entityRef}
          accounts={selected}
          onChanged={onChanged}
          onClose={() => setOpen(false)}
        />
      )}
    </Flex>
  );
};

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import { gorgiasTranslationRef } from '../../translation';

/** The org role that a job title is; titles are told apart by their words alone. */
function orgRoleOf(title: string): string {
  return `title:${title.trim().toLowerCase().replace(/\s+/g, ' ')}`;
}

/** Adds a job title to the org roles of a rule. Nobody can choose from all there are: the catalog does not list them. */
export const AddJobTitle = (props: {
  /** The org roles that are chosen already. */
  chosen: string[];
  onAdd(orgRole: string): void;
}) => {
  const { chosen, onAdd } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [title, setTitle] = useState('');
  const orgRole = orgRoleOf(title);
  const isTwice = chosen.includes(orgRole);
  return (
    <>
      <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
        <TextField
          label={t('rule.jobTitle')}
          description={t('rule.jobTitleHelp')}
          value={title}
          autoComplete="off"
          onChange={setTitle}
        />
        <Button
          variant="secondary"
          isDisabled={!title.trim() || isTwice}
          onPress={() => {
            onAdd(orgRole);
            setTitle('');
          }}
        >
          {t('rule.addJobTitle')}
        </Button>
      </Flex>
      <div aria-live="polite">
        {isTwice && <Text as="p">{t('rule.jobTitleTwice')}</Text>}
      </div>
    </>
  );
};

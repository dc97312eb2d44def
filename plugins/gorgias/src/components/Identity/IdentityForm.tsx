import { Button, Flex, Radio, RadioGroup, Text } from '@backstage/ui';
import {
  AccountRow,
  IdentityAssignment,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { useReachableInput } from '../../hooks/useReachableInput';
import { Problem } from '../Problem';
import { IdentityDraft, toAssignment, toDraft } from './draft';
import { IdentityFields } from './IdentityFields';
import { useAssignIdentities } from './useAssignIdentities';
import { useTexts } from '../../hooks/useTexts';

const TYPES = [
  'staff-member',
  'service-account',
  'external',
  'automatic',
] as const;

/** Says of one account or several what they are. */
export const IdentityForm = (props: {
  entityRef: string;
  accounts: Array<Pick<AccountRow, 'id' | 'identityEtag' | 'assigned'>>;
  /** What to start from, where that is not what was said before. */
  proposed?: Partial<IdentityDraft>;
  onChanged(): void;
  onClose(): void;
}) => {
  const { entityRef, accounts, onChanged, onClose } = props;
  const { t } = useTexts();
  const reachable = useReachableInput();
  const [draft, setDraft] = useState<IdentityDraft>(() => ({
    // Several may have been said to be different things.
    ...toDraft(
      accounts.length === 1 ? accounts[0].assigned?.assignment : undefined,
    ),
    ...props.proposed,
  }));
  const change = (part: Partial<IdentityDraft>) =>
    setDraft(previous => ({ ...previous, ...part }));
  const assignment = toAssignment(draft);
  const { save, isSaving, problem } = useAssignIdentities({
    entityRef,
    accounts,
    onChanged,
    onSaved: onClose,
  });

  return (
    <Flex direction="column" gap="3">
      <Problem problem={problem} isReadAgain />
      <RadioGroup
        label={t(accounts.length > 1 ? 'identity.these' : 'identity.this')}
        value={draft.type ?? null}
        onChange={type => change({ type: type as IdentityAssignment['type'] })}
      >
        {TYPES.map(type => (
          <Radio key={type} value={type} className={reachable}>
            {t(`identity.type.${type}`)}
          </Radio>
        ))}
      </RadioGroup>
      {draft.type && (
        <Text as="p" color="secondary">
          {t(`identity.help.${draft.type}`)}
        </Text>
      )}
      <IdentityFields draft={draft} onChange={change} />
      {draft.type && !assignment && (
        <Text as="p">{t('identity.incomplete')}</Text>
      )}
      <Flex gap="2" justify="end">
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!assignment}
          isPending={isSaving}
          onPress={() => assignment && save(assignment)}
        >
          {t('common.save')}
        </Button>
      </Flex>
    </Flex>
  );
};

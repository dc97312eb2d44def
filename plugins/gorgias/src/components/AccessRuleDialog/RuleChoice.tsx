import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-common';
import { useReachableInput } from '../../hooks/useReachableInput';
import { gorgiasTranslationRef } from '../../translation';
import { AddJobTitle } from './AddJobTitle';
import { AccessRuleDraft, toSpec } from './draft';
import { GroupPicker } from './GroupPicker';
import { NamedPeople } from './NamedPeople';
import { RoleLimits } from './RoleLimits';

/** Chooses who may use a system: a kind of rule, and what that kind needs. */
export const RuleChoice = (props: {
  draft: AccessRuleDraft;
  onChange(draft: AccessRuleDraft): void;
}) => {
  const { draft, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const reachable = useReachableInput();
  const change = (part: Partial<AccessRuleDraft>) =>
    onChange({ ...draft, ...part });
  const isIncomplete = draft.type && !toSpec(draft);
  const help = {
    'all-staff': t('rule.allStaffHelp'),
    'org-roles': t('rule.orgRolesHelp'),
    'named-people': t('rule.namedPeopleHelp'),
  };

  return (
    <>
      <RadioGroup
        label={t('rule.who')}
        value={draft.type ?? null}
        onChange={type => change({ type: type as AccessRuleSpec['type'] })}
      >
        <Radio value="all-staff" className={reachable}>
          {t('rule.allStaff')}
        </Radio>
        <Radio value="org-roles" className={reachable}>
          {t('rule.orgRoles')}
        </Radio>
        <Radio value="named-people" className={reachable}>
          {t('rule.namedPeople')}
        </Radio>
      </RadioGroup>
      {draft.type && (
        <Text as="p" color="secondary">
          {help[draft.type]}
        </Text>
      )}
      {draft.type === 'org-roles' && (
        <>
          <GroupPicker
            value={draft.orgRoles}
            onChange={orgRoles => change({ orgRoles })}
          />
          <AddJobTitle
            chosen={draft.orgRoles}
            onAdd={orgRole =>
              change({ orgRoles: [...draft.orgRoles, orgRole] })
            }
          />
          <RoleLimits
            orgRoles={draft.orgRoles}
            value={draft.gorgiasRoles}
            onChange={gorgiasRoles => change({ gorgiasRoles })}
          />
        </>
      )}
      {draft.type && (
        <NamedPeople
          value={draft.people}
          onChange={people => change({ people })}
        />
      )}
      {isIncomplete && (
        <Text as="p">
          {t(
            draft.type === 'org-roles' ? 'rule.chooseFirst' : 'rule.nameFirst',
          )}
        </Text>
      )}
    </>
  );
};

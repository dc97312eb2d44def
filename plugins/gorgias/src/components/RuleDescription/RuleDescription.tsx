import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { AccessRuleSpec, NamedAccess } from 'backstage-plugin-gorgias-common';
import { roleTitle } from '../../gorgiasRoles';
import { Day } from '../Time';
import { useTexts } from '../../hooks/useTexts';

const TITLE = 'title:';

/** A catalog group, a person, a job title or an account, as far as possible with a link. */
const Subject = ({ name }: { name: string }) => {
  const { t } = useTexts();
  if (name.startsWith(TITLE)) {
    return <>{t('manage.jobTitle', { title: name.slice(TITLE.length) })}</>;
  }
  return name.startsWith('account:') ? (
    <>{t('exceptions.account', { id: name.slice('account:'.length) })}</>
  ) : (
    <EntityRefLink entityRef={name} />
  );
};

const OrgRoles = (props: Extract<AccessRuleSpec, { type: 'org-roles' }>) => {
  const { t } = useTexts();
  return (
    <ul aria-label={t('rule.groups')}>
      {props.orgRoles.map(orgRole => {
        const limit = props.gorgiasRoles?.[orgRole];
        return (
          <li key={orgRole}>
            <Text>
              <Subject name={orgRole} />
              {limit &&
                `, ${t('manage.asRoles', {
                  roles: limit.map(one => roleTitle(one, t)).join(', '),
                })}`}
            </Text>
          </li>
        );
      })}
    </ul>
  );
};

const People = ({ people }: { people: NamedAccess[] }) => {
  const { t } = useTexts();
  return (
    <ul aria-label={t('rule.people')}>
      {people.map(({ subject, ticket, until }) => (
        <li key={subject}>
          <Text>
            <Subject name={subject} />, {t('common.until')} <Day at={until} />
            {Date.parse(until) < Date.now() && ` (${t('common.over')})`},{' '}
            {ticket}
          </Text>
        </li>
      ))}
    </ul>
  );
};

/** A rule in words, with everybody it names. */
export const RuleDescription = ({ spec }: { spec: AccessRuleSpec }) => {
  const { t } = useTexts();
  const { type, people = [] } = spec;
  return (
    <>
      {type === 'all-staff' && <Text as="p">{t('manage.allStaff')}</Text>}
      {type === 'org-roles' && (
        <>
          <Text as="p">{t('manage.orgRoles')}</Text>
          <OrgRoles {...spec} />
        </>
      )}
      {type === 'named-people' && <Text as="p">{t('manage.namedPeople')}</Text>}
      {people.length > 0 && (
        <>
          {type !== 'named-people' && (
            <Text as="p">{t('manage.alsoPeople')}</Text>
          )}
          <People people={people} />
        </>
      )}
    </>
  );
};

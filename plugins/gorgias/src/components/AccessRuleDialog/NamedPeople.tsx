import { Button, Flex, Text } from '@backstage/ui';
import { NamedAccess } from 'backstage-plugin-gorgias-common';
import { Day } from '../Time';
import { AddPerson } from './AddPerson';
import { useTexts } from '../../hooks/useTexts';

/** Those whom a rule names: adds and removes them. */
export const NamedPeople = (props: {
  value: NamedAccess[];
  onChange(value: NamedAccess[]): void;
}) => {
  const { value, onChange } = props;
  const { t } = useTexts();
  return (
    <section aria-label={t('rule.people')}>
      <Flex direction="column" gap="2">
        <Text as="h3" weight="bold">
          {t('rule.people')}
        </Text>
        <Text as="p" color="secondary">
          {t('rule.peopleHelp')}
        </Text>
        {value.length === 0 && <Text as="p">{t('rule.noPeople')}</Text>}
        {value.length > 0 && (
          <ul>
            {value.map(person => (
              <li key={person.subject}>
                <Flex justify="between" align="center" gap="3">
                  <Text>
                    {t('manage.named', {
                      subject: person.subject,
                      ticket: person.ticket,
                    })}{' '}
                    {t('common.until')} <Day at={person.until} />
                    {Date.parse(person.until) < Date.now() &&
                      ` (${t('common.over')})`}
                  </Text>
                  <Button
                    variant="tertiary"
                    onPress={() =>
                      onChange(value.filter(other => other !== person))
                    }
                  >
                    {t('rule.removePerson', { subject: person.subject })}
                  </Button>
                </Flex>
              </li>
            ))}
          </ul>
        )}
        <AddPerson
          named={value.map(({ subject }) => subject)}
          onAdd={person => onChange([...value, person])}
        />
      </Flex>
    </section>
  );
};

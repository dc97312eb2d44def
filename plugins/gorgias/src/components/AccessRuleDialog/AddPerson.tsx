import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextField } from '@backstage/ui';
import { NamedAccess } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { endOfDay } from '../../dates';
import { gorgiasTranslationRef } from '../../translation';
import { DateField } from '../DateField';
import { EntityPicker } from '../EntityPicker';

const EMPTY = { subject: '', ticket: '', day: '' };

/** Names one more person, with where that was decided and until when. */
export const AddPerson = (props: {
  /** Those who are named already. */
  named: string[];
  onAdd(person: NamedAccess): void;
}) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [entry, setEntry] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>) =>
    setEntry(previous => ({ ...previous, ...part }));
  const subject = entry.subject.trim().toLowerCase();
  const ticket = entry.ticket.trim();
  const until = endOfDay(entry.day);
  const isTwice = props.named.includes(subject);
  const isStarted = Object.values(entry).some(Boolean);
  const person = subject && ticket && until && { subject, ticket, until };

  return (
    <>
      <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
        <EntityPicker
          label={t('rule.subject')}
          description={t('rule.subjectHelp')}
          kinds={['User']}
          value={entry.subject}
          onChange={value => change({ subject: value })}
        />
        <TextField
          label={t('rule.ticket')}
          value={entry.ticket}
          autoComplete="off"
          onChange={value => change({ ticket: value })}
        />
        <DateField
          label={t('rule.until')}
          value={entry.day}
          onChange={day => change({ day })}
        />
        <Button
          variant="secondary"
          isDisabled={!person || isTwice}
          onPress={() => {
            if (person) {
              props.onAdd(person);
              setEntry(EMPTY);
            }
          }}
        >
          {t('rule.addPerson')}
        </Button>
      </Flex>
      <div aria-live="polite">
        {isTwice && <Text as="p">{t('rule.personTwice')}</Text>}
        {isStarted && !person && (
          <Text as="p">{t('rule.personIncomplete')}</Text>
        )}
      </div>
    </>
  );
};

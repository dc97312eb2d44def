import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { endOfPastDay } from '../../dates';
import { gorgiasTranslationRef } from '../../translation';
import { DateField } from '../DateField';
import { EntityPicker } from '../EntityPicker';
import { Problem } from '../Problem';
import { useStateOffboarding } from './useStateOffboarding';

/** Says that somebody has left whom the catalog still has, since when, and how that is known. */
export const LeftDialog = (props: { onChanged(): void; onClose(): void }) => {
  const { onChanged, onClose } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { save, problem, isSaving } = useStateOffboarding({
    onChanged,
    onSaved: onClose,
  });
  const [entry, setEntry] = useState({ person: '', day: '', proof: '' });
  const change = (part: Partial<typeof entry>) =>
    setEntry(previous => ({ ...previous, ...part }));
  const staffRef = entry.person.trim().toLowerCase();
  const offboardedAt = endOfPastDay(entry.day, new Date());
  const proof = entry.proof.trim();
  const statement =
    staffRef && offboardedAt && proof
      ? { staffRef, offboardedAt, proof }
      : undefined;
  const missing =
    entry.day && !offboardedAt
      ? 'people.leftInFuture'
      : 'people.leftIncomplete';

  return (
    <Dialog
      isOpen
      width={560}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t('people.leftTitle')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Problem problem={problem} isReadAgain />
          <Text as="p">{t('people.leftHelp')}</Text>
          <EntityPicker
            label={t('people.person')}
            kinds={['User']}
            value={entry.person}
            onChange={person => change({ person })}
          />
          <DateField
            label={t('people.leftOn')}
            value={entry.day}
            onChange={day => change({ day })}
          />
          <TextAreaField
            label={t('people.proof')}
            value={entry.proof}
            onChange={value => change({ proof: value })}
          />
          <div aria-live="polite">
            {!statement && <Text as="p">{t(missing)}</Text>}
          </div>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!statement}
          isPending={isSaving}
          onPress={() => statement && save(statement)}
        >
          {t('common.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

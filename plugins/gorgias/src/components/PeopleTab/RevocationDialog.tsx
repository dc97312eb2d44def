import { useApi } from '@backstage/core-plugin-api';
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
import { OffboardedPerson } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { Problem } from '../Problem';
import { useTexts } from '../../hooks/useTexts';

/** Vouches for it that the access of somebody was removed. */
export const RevocationDialog = (props: {
  entityRef: string;
  person: OffboardedPerson;
  onChanged(): void;
  onClose(): void;
}) => {
  const { entityRef, person, onChanged, onClose } = props;
  const { staffRef, displayName: name, etag } = person;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const tell = useTell();
  const { submit, problem, isSubmitting } = useSubmit();
  const [entry, setEntry] = useState('');
  const proof = entry.trim();

  const save = async () => {
    const { ok, isConflict } = await submit(() =>
      api.putRevocation(entityRef, staffRef, { proof, etag }),
    );
    if (ok || isConflict) {
      onChanged();
    }
    if (ok) {
      tell.done(t('people.saved', { name }));
      onClose();
    }
  };

  return (
    <Dialog
      isOpen
      width={560}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t('people.removedTitle', { name })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Problem problem={problem} isReadAgain />
          <Text as="p">{t('people.removedHelp')}</Text>
          <TextAreaField
            label={t('people.proof')}
            value={entry}
            onChange={setEntry}
          />
          {!proof && <Text as="p">{t('people.proofFirst')}</Text>}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button isDisabled={!proof} isPending={isSubmitting} onPress={save}>
          {t('people.removed')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

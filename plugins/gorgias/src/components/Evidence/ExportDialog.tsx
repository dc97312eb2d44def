import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useFormats } from '../../hooks/useFormats';
import { useSubmit } from '../../hooks/useSubmit';
import { useTell } from '../../hooks/useTell';
import { useTexts } from '../../hooks/useTexts';
import { saveFile } from '../../saveFile';
import { Problem } from '../Problem';
import { ProgressBar } from '../ProgressBar';
import { BundleContents } from './BundleContents';
import { HowToVerify } from './HowToVerify';
import { PeriodFields } from './PeriodFields';
import { daysOf, periodOf } from './periods';
import { KnownEvidence } from './useEvidence';

/** Asks for a period, says what its evidence is and how it is verified, and saves it. */
export const ExportDialog = (props: {
  evidence: KnownEvidence;
  onExported(): void;
  onClose(): void;
}) => {
  const { evidence, onExported, onClose } = props;
  const { entityRef, knownSince } = evidence.overview;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const tell = useTell();
  const { moment } = useFormats();
  const { submit, problem, isSubmitting } = useSubmit();
  const [days, setDays] = useState(() => daysOf('lastQuarter', DateTime.now()));
  const period = periodOf(days, new Date());

  const save = async () => {
    const { name: system } = parseEntityRef(entityRef);
    const name = `gorgias-evidence-${system}-${days.from}-${days.to}.zip`;
    const { ok } = await submit(async () =>
      saveFile(
        name,
        await api.exportEvidence(entityRef, period!),
        'application/zip',
      ),
    );
    if (ok) {
      tell.done(t('evidence.bundle.done', { name }));
      onExported();
      onClose();
    }
  };

  return (
    <Dialog
      isOpen
      width={720}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{t('evidence.bundle.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Problem problem={problem} />
          {problem && <Text as="p">{t('evidence.bundle.remedy')}</Text>}
          <Text as="p">{t('evidence.bundle.help')}</Text>
          {evidence.keys.current === null && (
            <Alert
              status="warning"
              icon
              title={t('evidence.bundle.unsigned')}
            />
          )}
          <PeriodFields days={days} onChange={setDays} />
          {!period && <Text as="p">{t('evidence.bundle.incomplete')}</Text>}
          {period && knownSince && period.from < knownSince && (
            <Text as="p">
              {t('evidence.bundle.early', { since: moment(knownSince) })}
            </Text>
          )}
          <BundleContents />
          <HowToVerify keys={evidence.keys} />
          {isSubmitting && <ProgressBar label={t('evidence.bundle.making')} />}
          <Text as="p" role="status">
            {isSubmitting && t('evidence.bundle.making')}
          </Text>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.cancel')}
        </Button>
        <Button isDisabled={!period} isPending={isSubmitting} onPress={save}>
          {t('evidence.bundle.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

import { Alert, Button, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { DescriptionList } from '../DescriptionList';
import { Section } from '../Section';
import { Moment } from '../Time';
import { EntryKinds } from './EntryKinds';
import { ExportDialog } from './ExportDialog';
import { ExportList } from './ExportList';
import { KnownEvidence } from './useEvidence';

/** Since when there is what evidence, whether it is signed, and who took it along. */
export const OverviewSection = (props: {
  evidence: KnownEvidence;
  onExported(): void;
}) => {
  const { evidence, onExported } = props;
  const { knownSince, head, unsigned, entries, exports, mayExport } =
    evidence.overview;
  const { t } = useTexts();
  const { number } = useFormats();
  const [isExporting, setExporting] = useState(false);
  const hasKey = evidence.keys.current !== null;

  return (
    <Section
      title={t('evidence.overview.title')}
      buttons={
        mayExport && (
          <Button onPress={() => setExporting(true)}>
            {t('evidence.bundle.button')}
          </Button>
        )
      }
    >
      <Flex direction="column" gap="3">
        <Text as="p" color="secondary">
          {t('evidence.overview.help')}
        </Text>
        {!hasKey && (
          <Alert
            status="warning"
            icon
            title={t('evidence.overview.noKey')}
            description={t('evidence.overview.noKeyHelp')}
          />
        )}
        <DescriptionList
          items={[
            [
              t('evidence.overview.knownSince'),
              knownSince ? (
                <Moment key="known" at={knownSince} />
              ) : (
                t('evidence.overview.notKnown')
              ),
            ],
            [
              t('evidence.overview.signed'),
              head?.keyId ? (
                <>
                  <Moment at={head.signedAt} />,{' '}
                  {t('evidence.overview.signedBy', {
                    key: head.keyId,
                    entry: head.sequence,
                  })}
                </>
              ) : (
                t('evidence.overview.notSigned')
              ),
            ],
            [
              t('evidence.overview.waiting'),
              // Without a key they would wait in vain.
              hasKey ? number(unsigned) : undefined,
            ],
          ]}
        />
        <EntryKinds entries={entries} />
        <ExportList exports={exports} />
      </Flex>
      {isExporting && (
        <ExportDialog
          evidence={evidence}
          onExported={onExported}
          onClose={() => setExporting(false)}
        />
      )}
    </Section>
  );
};

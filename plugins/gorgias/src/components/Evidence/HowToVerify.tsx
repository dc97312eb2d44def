import { Button, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { EvidenceKeysResponse } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { saveFile } from '../../saveFile';

const COMMAND =
  'npx --package backstage-plugin-gorgias-evidence gorgias-verify-evidence bundle.zip --public-key key.pem';

const useStyles = makeStyles(
  {
    command: {
      display: 'block',
      padding: 'var(--bui-space-2)',
      overflowWrap: 'anywhere',
      color: 'var(--bui-fg-primary)',
      border: '1px solid var(--bui-border-2)',
    },
  },
  { name: 'GorgiasHowToVerify' },
);

/** How whoever gets a bundle of evidence can verify it, with the public keys that takes. */
export const HowToVerify = ({ keys }: { keys: EvidenceKeysResponse }) => {
  const { t } = useTexts();
  const classes = useStyles();
  return (
    <section aria-label={t('evidence.bundle.verify')}>
      <Flex direction="column" gap="2">
        <Text as="h3" weight="bold">
          {t('evidence.bundle.verify')}
        </Text>
        <Text as="p">{t('evidence.bundle.verifyHelp')}</Text>
        <code className={classes.command}>{COMMAND}</code>
        <Text as="p">{t('evidence.bundle.keyHelp')}</Text>
        {keys.keys.length === 0 && (
          <Text as="p">{t('evidence.bundle.noKeys')}</Text>
        )}
        <Flex gap="2" style={{ flexWrap: 'wrap' }}>
          {keys.keys.map(({ keyId, publicKey }) => (
            <Button
              key={keyId}
              variant="secondary"
              size="small"
              onPress={() =>
                saveFile(`${keyId}.pem`, publicKey, 'application/x-pem-file')
              }
            >
              {t('evidence.bundle.saveKey', { key: keyId })}
            </Button>
          ))}
        </Flex>
      </Flex>
    </section>
  );
};

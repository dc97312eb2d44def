import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useHashFocus } from '../../hooks/useHashFocus';
import { CONTRADICTIONS_ID, useSystemLinks } from '../../hooks/useSystemLinks';
import { gorgiasTranslationRef } from '../../translation';
import { Said } from '../Said';
import { Time } from '../Time';

const useStyles = makeStyles(
  {
    list: { margin: 0, paddingLeft: 'var(--bui-space-5)' },
    item: { padding: 'var(--bui-space-1) 0', overflowWrap: 'anywhere' },
  },
  { name: 'GorgiasContradictions' },
);

/**
 * In what Gorgias contradicts itself. Nobody here can say which side is
 * right, so both are shown, and each leads to the account it is about.
 */
export const Contradictions = ({ summary }: { summary: SystemSummary }) => {
  const { contradictions, entityRef } = summary;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const links = useSystemLinks()(entityRef);
  const section = useHashFocus<HTMLElement>(CONTRADICTIONS_ID);

  if (contradictions.length === 0) {
    return null;
  }
  return (
    <section
      ref={section}
      id={CONTRADICTIONS_ID}
      tabIndex={-1}
      aria-label={t('contradictions.title')}
    >
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('contradictions.title')}
      </Text>
      <Text as="p" color="secondary">
        {t('contradictions.help')}
      </Text>
      <ul className={classes.list}>
        {contradictions.map(({ accountId, eventType, eventAt, ...said }) => (
          <li
            key={`${accountId} ${eventType} ${eventAt}`}
            className={classes.item}
          >
            <Text as="p">
              <Said parts={said.textParts} english={said.text} />{' '}
              <Time at={eventAt} />
            </Text>
            <Link href={links.accounts({ search: accountId })}>
              {t('contradictions.showAccount', { id: accountId })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

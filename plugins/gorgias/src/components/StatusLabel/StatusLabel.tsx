import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictStatus } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { STATUS_LOOKS } from './looks';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      whiteSpace: 'nowrap',
    },
  },
  { name: 'GorgiasStatusLabel' },
);

/** A status as icon, word and colour, so that it never rests on colour alone. */
export const StatusLabel = ({ status }: { status: VerdictStatus }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { Icon, color } = STATUS_LOOKS[status];
  return (
    <Text color={color} weight="bold" className={classes.root}>
      <Icon fontSize="inherit" />
      {t(`status.${status}`)}
    </Text>
  );
};

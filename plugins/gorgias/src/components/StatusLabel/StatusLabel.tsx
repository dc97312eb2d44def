import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictStatus } from 'backstage-plugin-gorgias-common';
import { STATUS_LOOKS } from './looks';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      flexShrink: 0,
      maxWidth: '100%',
      whiteSpace: 'normal',
    },
    icon: { display: 'inline-flex' },
  },
  { name: 'GorgiasStatusLabel' },
);

/** A status as icon, word and colour, so that it never rests on colour alone. Only the icon has the colour: words in it would be hard to read. */
export const StatusLabel = (props: {
  status: VerdictStatus;
  /** As the one thing to be seen at first. */
  isLarge?: boolean;
}) => {
  const { status, isLarge } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { Icon, color } = STATUS_LOOKS[status];
  return (
    <Text
      weight="bold"
      variant={isLarge ? 'title-x-small' : 'body-medium'}
      className={classes.root}
    >
      <Text color={color} className={classes.icon}>
        <Icon fontSize="inherit" />
      </Text>
      {t(`status.${status}`)}
    </Text>
  );
};

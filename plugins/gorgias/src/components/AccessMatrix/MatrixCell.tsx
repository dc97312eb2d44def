import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  AccessMatrixCell,
  AccessMatrixLine,
  AccountFilter,
  gorgiasRoleTitle,
} from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';
import { STATUS_LOOKS } from '../StatusLabel';
import { accountsOfCell, heatOf, invalidOfCell } from './lines';

const useStyles = makeStyles(
  {
    cell: { whiteSpace: 'nowrap' },
    invalid: {
      display: 'flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
    },
    icon: { display: 'inline-flex' },
  },
  { name: 'GorgiasMatrixCell' },
);

/** How many accounts of a line have a Gorgias role, and how many of them should not have it. */
export const MatrixCell = (props: {
  cell?: AccessMatrixCell;
  line: AccessMatrixLine;
  lineTitle: string;
  most: number;
  hrefOf(filter: AccountFilter): string;
}) => {
  const { cell, line, lineTitle, most, hrefOf } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { number } = useFormats();
  if (!cell) {
    return <td aria-label={t('matrix.none')} />;
  }
  const { accounts, gorgiasRole, valid } = cell;
  const role = gorgiasRoleTitle(gorgiasRole);
  const invalid = t('matrix.invalid', { count: valid.failing });
  const { Icon, color } = STATUS_LOOKS.failing;
  return (
    <td className={classes.cell} style={{ background: heatOf(accounts, most) }}>
      <Link
        href={hrefOf(accountsOfCell(line, gorgiasRole))}
        aria-label={t('matrix.cell', {
          accounts: t('matrix.accounts', { count: accounts }),
          line: lineTitle,
          role,
        })}
      >
        {number(accounts)}
      </Link>
      {valid.failing > 0 && (
        <span className={classes.invalid}>
          <Text color={color} className={classes.icon}>
            <Icon fontSize="inherit" />
          </Text>
          <Link
            variant="body-small"
            weight="bold"
            href={hrefOf(invalidOfCell(line, gorgiasRole))}
            aria-label={t('matrix.cellInvalid', {
              invalid,
              line: lineTitle,
              role,
            })}
          >
            {invalid}
          </Link>
        </span>
      )}
    </td>
  );
};

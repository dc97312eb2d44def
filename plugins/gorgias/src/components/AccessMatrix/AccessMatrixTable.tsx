import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  AccessMatrix,
  AccessMatrixLine,
  AccountFilter,
} from 'backstage-plugin-gorgias-common';
import { roleTitle } from '../../gorgiasRoles';
import { useTableStyles } from '../Plot';
import { cellsOfLine } from './lines';
import { MatrixCell } from './MatrixCell';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    scroll: {
      overflowX: 'auto',
      '@media print': { overflow: 'visible' },
    },
  },
  { name: 'GorgiasAccessMatrix' },
);

/** The matrix as a table, which on a narrow screen scrolls by itself. */
export const AccessMatrixTable = (props: {
  matrix: AccessMatrix;
  hrefOf(filter: AccountFilter): string;
}) => {
  const { matrix, hrefOf } = props;
  const classes = useStyles();
  const tableClasses = useTableStyles();
  const { t } = useTexts();
  const most = Math.max(...matrix.cells.map(({ accounts }) => accounts));
  const titleOf = (line: AccessMatrixLine) =>
    line.type === 'org-role' ? line.title : t(`matrix.line.${line.type}`);
  return (
    <div
      className={classes.scroll}
      // Whatever scrolls must be reachable by keyboard to be scrolled.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={t('matrix.caption')}
    >
      <table className={tableClasses.table}>
        <caption className={tableClasses.caption}>
          {t('matrix.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.orgRole')}</th>
            {matrix.gorgiasRoles.map(role => (
              <th key={role ?? ''} scope="col">
                {roleTitle(role, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.lines.map((line, index) => (
            <tr key={line.type === 'org-role' ? line.orgRole : line.type}>
              <th scope="row">
                {line.type === 'org-role' ? (
                  <EntityRefLink entityRef={line.orgRole} title={line.title} />
                ) : (
                  titleOf(line)
                )}
              </th>
              {cellsOfLine(matrix, index).map((cell, column) => (
                <MatrixCell
                  key={matrix.gorgiasRoles[column] ?? ''}
                  cell={cell}
                  line={line}
                  lineTitle={titleOf(line)}
                  most={most}
                  hrefOf={hrefOf}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

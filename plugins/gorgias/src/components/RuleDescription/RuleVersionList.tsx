import { makeStyles } from '@material-ui/core/styles';
import { AccessRuleVersion } from 'backstage-plugin-gorgias-common';
import { RuleVersion } from './RuleVersion';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
      overflowWrap: 'anywhere',
      breakInside: 'avoid',
    },
  },
  { name: 'GorgiasRuleVersions' },
);

/** Versions of an access rule, one below the other. */
export const RuleVersionList = (props: {
  versions: readonly AccessRuleVersion[];
  label?: string;
}) => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.versions.map(version => (
        <li key={version.revision} className={classes.item}>
          <RuleVersion version={version} />
        </li>
      ))}
    </ul>
  );
};

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { PendingTask, SystemSummary } from 'backstage-plugin-gorgias-common';
import { ReactNode } from 'react';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { Said } from '../Said';
import { TASK_ACTIONS } from './taskActions';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) var(--bui-space-3)',
      borderLeft: '3px solid var(--bui-border-2)',
    },
    // The one thing to do now.
    first: {
      padding: 'var(--bui-space-2) var(--bui-space-3)',
      borderLeft: '3px solid var(--bui-accent-bg)',
    },
  },
  { name: 'GorgiasPendingTasks' },
);

const WhoToAsk = ({ owner }: { owner?: string }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Text as="p" variant="body-small" color="secondary">
      {owner ? (
        <>
          {t('card.askOwner')} <EntityRefLink entityRef={owner} />.
        </>
      ) : (
        t('card.askAdmin')
      )}
    </Text>
  );
};

/** What is left to do, most urgent first, each with the button that does it. */
export const PendingTasks = (props: {
  summary: SystemSummary;
  renderAction(task: PendingTask, isFirst: boolean): ReactNode;
}) => {
  const { pendingTasks, owner } = props.summary;
  const mayDo = (task: PendingTask) =>
    may(props.summary, TASK_ACTIONS[task.id]);
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (pendingTasks.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('card.tasks')}>
      <ol className={classes.list}>
        {pendingTasks.map((task, index) => (
          <li
            key={task.id}
            className={index === 0 ? classes.first : classes.item}
          >
            <Flex
              justify="between"
              align="center"
              gap="3"
              style={{ flexWrap: 'wrap' }}
            >
              <div>
                <Text weight="bold">
                  <Said parts={task.titleParts} english={task.title} />
                </Text>
                <Text as="p" variant="body-small" color="secondary">
                  <Said
                    parts={task.descriptionParts}
                    english={task.description}
                  />
                </Text>
                {task.adminOnly && !mayDo(task) && <WhoToAsk owner={owner} />}
              </div>
              {mayDo(task) && props.renderAction(task, index === 0)}
            </Flex>
          </li>
        ))}
      </ol>
    </section>
  );
};

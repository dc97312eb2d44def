import { Flex } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { SystemOverview } from '../SystemOverview';
import { Contradictions } from './Contradictions';
import { SyncHistory } from './SyncHistory';

/** How a system stands, and how reading it went lately. */
export const SummaryTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => (
  <Flex direction="column" gap="6" py="4">
    <SystemOverview {...props} />
    <Contradictions summary={props.summary} />
    <SyncHistory summary={props.summary} />
  </Flex>
);
